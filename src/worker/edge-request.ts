import { keyWithoutEmptySegments } from "../representation/corrected-addresses.ts";
import { MAX_LOCATION_BYTES } from "../representation/location.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { MAX_KEY_BYTES, storageKeyOfPath } from "../representation/storage-key.ts";

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

/** Where a path leads, before the store is asked. */
export type Route =
  | { readonly kind: "document"; readonly key: StorageKey }
  /** No document can be there, but one may be at this key or at another corrected address. */
  | { readonly kind: "nowhere"; readonly key: StorageKey }
  /** Malformed; longer than any key, so that nothing stands there; longer than a client may ask. */
  | { readonly kind: "refused"; readonly status: 400 | 404 | 414 };

/** Finds where a path leads. */
export function route({ pathname }: EdgeRequest): Route {
  const key = storageKeyOfPath(pathname);
  if (key !== null) return { kind: "document", key };
  if (pathname.length > MAX_LOCATION_BYTES) return { kind: "refused", status: 414 };
  if (pathname.length > MAX_KEY_BYTES) return { kind: "refused", status: 404 };
  const single = keyWithoutEmptySegments(pathname);
  return single === null ? { kind: "refused", status: 400 } : { kind: "nowhere", key: single };
}
