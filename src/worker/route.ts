import type { StorageKey } from "../representation/storage-key.ts";
import { MAX_KEY_BYTES, storageKeyOfPath } from "../representation/storage-key.ts";
import type { EdgeRequest } from "./edge-request.ts";

/** Where a path leads, before the store is asked. */
export type Route =
  | { readonly kind: "document"; readonly key: StorageKey }
  /** No document can be there, but one may be at this key or at another corrected address. */
  | { readonly kind: "nowhere"; readonly key: StorageKey }
  | { readonly kind: "malformed" }
  | { readonly kind: "too-long" };

/** Finds where a path leads. */
export function route({ pathname }: EdgeRequest): Route {
  const key = storageKeyOfPath(pathname);
  if (key !== null) return { kind: "document", key };
  if (pathname.length > MAX_KEY_BYTES) return { kind: "too-long" };
  const single = withoutEmptySegments(pathname);
  return single === null ? { kind: "malformed" } : { kind: "nowhere", key: single };
}

function withoutEmptySegments(pathname: string): StorageKey | null {
  return storageKeyOfPath(pathname.replace(/\/{2,}/g, "/"));
}

/** How often a path may be corrected: each correction costs a read of the store. */
const MAX_CORRECTIONS = 3;

/**
 * The addresses that a path which leads nowhere may have meant: without empty segments, with or
 * without its trailing slash, in lower case. Aliases count as addresses. Never the path itself, and
 * always on this site.
 */
export function correctedAddresses(pathname: string): StorageKey[] {
  const single = withoutEmptySegments(pathname);
  if (single === null) return [];
  const lower = encodeURI(decodeURIComponent(single).toLowerCase());
  const paths = [single, toggleSlash(single), lower, toggleSlash(lower)];
  const keys = new Set(paths.flatMap((path) => storageKeyOfPath(path) ?? []));
  return [...keys].filter((key) => key !== storageKeyOfPath(pathname)).slice(0, MAX_CORRECTIONS);
}

/** Leaves the root alone. A dot makes no file of a path: `v4.2.0` may be an article. */
function toggleSlash(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) || path : `${path}/`;
}
