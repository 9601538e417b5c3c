/** What the edge goes by of a request. */
export interface EdgeRequest {
  readonly method: "GET" | "HEAD";
  /** As the URL standard normalizes it: no dot segments, percent-encoded. */
  readonly pathname: string;
  readonly fields: Headers;
  /** Null where the client sent none. */
  readonly acceptEncoding: string | null;
  /** Seconds since 1970. */
  readonly nowSeconds: number;
}

/** Reads a GET or HEAD. */
export function readRequest(request: Request, nowSeconds: number): EdgeRequest {
  return {
    method: request.method === "HEAD" ? "HEAD" : "GET",
    pathname: new URL(request.url).pathname,
    fields: request.headers,
    acceptEncoding: clientAcceptEncoding(request),
    nowSeconds,
  };
}

/**
 * Cloudflare rewrites `Accept-Encoding` on its way to the worker and keeps the client's own beside the
 * request. An empty string there means that the client sent none.
 */
function clientAcceptEncoding(request: Request): string | null {
  const { clientAcceptEncoding } = (request.cf ?? {}) as { clientAcceptEncoding?: string };
  return clientAcceptEncoding === ""
    ? null
    : (clientAcceptEncoding ?? request.headers.get("Accept-Encoding"));
}
