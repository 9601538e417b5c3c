import { aliasOf } from "../representation/addresses.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { MAX_KEY_BYTES, storageKeyOfPath } from "../representation/storage-key.ts";
import { negotiate } from "./negotiate.ts";

/** Where a path leads, before the store is asked. */
export type Route =
  | { readonly kind: "document"; readonly key: StorageKey }
  /** `negotiated`: it depends on `Accept`. */
  | { readonly kind: "redirect"; readonly target: string; readonly negotiated: boolean }
  /** No document can be there, but one may be at a corrected address. */
  | { readonly kind: "nowhere" }
  | { readonly kind: "malformed" }
  | { readonly kind: "too-long" };

/** Finds where a path leads. `accept` is the field of that name. */
export function route(pathname: string, accept: string | null): Route {
  const alias = aliasOf(pathname);
  if (alias?.kind === "fixed") return { kind: "redirect", target: alias.target, negotiated: false };
  if (alias?.kind === "negotiated") {
    const choice = negotiate(accept, alias.choices);
    if (choice) return { kind: "redirect", target: choice.target, negotiated: true };
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
export function correctedAddresses(pathname: string): string[] {
  const single = pathname.replace(/\/{2,}/g, "/");
  const candidates = [single, toggleSlash(single), lowerCase(single), toggleSlash(lowerCase(single))];
  const addresses = candidates.flatMap((path) => {
    if (path === null || path === pathname) return [];
    return aliasOf(path) ? path : (storageKeyOfPath(path) ?? []);
  });
  return [...new Set(addresses)].filter((address) => address !== pathname).slice(0, MAX_CORRECTIONS);
}

/** Null for the root, and where a slash would follow what looks like a file. */
function toggleSlash(path: string | null): string | null {
  if (path === null || path === "/") return null;
  if (path.endsWith("/")) return path.slice(0, -1);
  return /\.[^/]*$/.test(path) ? null : `${path}/`;
}

/** Letters beyond ASCII too; null where the path cannot be read. */
function lowerCase(path: string): string | null {
  try {
    return encodeURI(decodeURIComponent(path).toLowerCase());
  } catch {
    return null;
  }
}
