/** What the edge goes by of a request. */
export interface EdgeRequest {
  /** GET or HEAD. */
  readonly method: string;
  /** As the URL standard normalizes it: no dot segments, percent-encoded. */
  readonly pathname: string;
  /** With its question mark, percent-encoded; empty where there is none. */
  readonly search: string;
  /** The name that was asked, in lower case, without a port or a last dot. */
  readonly host: string;
  readonly fields: Headers;
  /** The client's own; empty where it sent none. */
  readonly acceptEncoding: string;
  /** Seconds since 1970. */
  readonly nowSeconds: number;
}

/** What Cloudflare tells of a client's own fields. */
interface ClientFields {
  readonly clientAcceptEncoding?: string;
}

/** The URL standard leaves such a path as it is, and its parser is ten times as dear as this look. */
const PLAIN = /^\w+:\/\/([\w.-]+)(?::\d+)?(\/(?:[./]?[\w~-])*\/?)$/;

/**
 * Reads a GET or HEAD. Cloudflare rewrites `Accept-Encoding` on its way to the worker and keeps the
 * client's own beside the request. An empty string there means that the client sent none.
 */
export function readRequest(request: Request, nowSeconds: number): EdgeRequest {
  const { method, url, headers: fields } = request;
  const [, hostname, pathname] = PLAIN.exec(url) ?? [];
  const parsed = pathname === undefined ? new URL(url) : { hostname: hostname ?? "", pathname, search: "" };
  return {
    method,
    pathname: parsed.pathname,
    search: parsed.search,
    host: parsed.hostname.toLowerCase().replace(/\.$/, ""),
    fields,
    // Only when it is asked for: a 304 does without.
    get acceptEncoding() {
      const cf = request.cf as ClientFields | undefined;
      return cf?.clientAcceptEncoding ?? fields.get("Accept-Encoding") ?? "";
    },
    nowSeconds,
  };
}
