import { ALIASES } from "../representation/addresses.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { MAX_KEY_BYTES, storageKeyOfPath } from "../representation/storage-key.ts";
import { negotiate } from "./accept.ts";
import type { EdgeRequest } from "./edge-request.ts";

/** Where a path leads, before the store is asked. */
export type Route =
  | { readonly kind: "document"; readonly key: StorageKey }
  /** `negotiated`: it depends on `Accept`. */
  | { readonly kind: "redirect"; readonly target: string; readonly negotiated: boolean }
  /** No document can be there, but one may be at a corrected address. */
  | { readonly kind: "nowhere" }
  | { readonly kind: "malformed" }
  | { readonly kind: "too-long" };

/** Finds where a path leads. */
export function route({ pathname, fields }: EdgeRequest): Route {
  const alias = ALIASES.get(pathname);
  if (alias !== undefined) {
    const negotiated = typeof alias !== "string";
    return {
      kind: "redirect",
      target: negotiated ? negotiate(fields.get("Accept"), alias) : alias,
      negotiated,
    };
  }
  const key = storageKeyOfPath(pathname);
  if (key !== null) return { kind: "document", key };
  if (pathname.length > MAX_KEY_BYTES) return { kind: "too-long" };
  return pathname.includes("//") ? { kind: "nowhere" } : { kind: "malformed" };
}

/** How often a path may be corrected: each correction costs a read of the store. */
const MAX_CORRECTIONS = 3;

/**
 * The addresses that a path which leads nowhere may have meant: without empty segments, with or
 * without its trailing slash, in lower case. Aliases count as addresses. Never the path itself, and
 * always on this site.
 */
export function correctedAddresses(pathname: string): StorageKey[] {
  const single = storageKeyOfPath(pathname.replace(/\/{2,}/g, "/"));
  if (single === null) return [];
  const lower = encodeURI(decodeURIComponent(single).toLowerCase());
  const paths = [single, toggleSlash(single), lower, toggleSlash(lower)];
  const keys = new Set(paths.flatMap((path) => storageKeyOfPath(path) ?? []));
  return [...keys].filter((key) => key !== storageKeyOfPath(pathname)).slice(0, MAX_CORRECTIONS);
}

/** Leaves the root alone, and what looks like a file. */
function toggleSlash(path: string): string {
  if (path.endsWith("/")) return path.slice(0, -1) || path;
  return /\.[^/]*$/.test(path) ? path : `${path}/`;
}
