import type { StorageKey } from "./storage-key.ts";
import { storageKeyOfPath } from "./storage-key.ts";

/** How often a path may be corrected: each correction costs a read of the store. */
const MAX_CORRECTIONS = 3;

/** The key of a path without its empty segments; null where it has none. */
export function keyWithoutEmptySegments(pathname: string): StorageKey | null {
  return storageKeyOfPath(pathname.replace(/\/{2,}/g, "/"));
}

/** An encoded letter that may be made of a letter and its mark: `%CC%80` to `%CD%AF`, and other scripts' marks. */
const MAY_DECOMPOSE = /%[C-F]/i;

/** A path with each letter and its mark in one character (Unicode NFC), as addresses are made. macOS writes them apart. */
function composed(path: string): string {
  return MAY_DECOMPOSE.test(path) ? encodeURI(decodeURIComponent(path).normalize("NFC")) : path;
}

/**
 * The addresses that a path which leads nowhere may have meant: without empty segments, with
 * letters composed, with or without its trailing slash, in lower case. Aliases count as addresses. Never the path itself, and
 * always on this site.
 */
export function correctedAddresses(pathname: string): StorageKey[] {
  const single = keyWithoutEmptySegments(pathname);
  if (single === null) return [];
  const whole = composed(single);
  const lower = encodeURI(decodeURIComponent(whole).toLowerCase());
  const paths = [whole, toggleSlash(whole), lower, toggleSlash(lower)];
  const keys = new Set(paths.flatMap((path) => storageKeyOfPath(path) ?? []));
  return [...keys].filter((key) => key !== storageKeyOfPath(pathname)).slice(0, MAX_CORRECTIONS);
}

/** Leaves the root alone. A dot makes no file of a path: `v4.2.0` may be an article. */
function toggleSlash(path: string): string {
  return path.endsWith("/") ? path.slice(0, -1) || path : `${path}/`;
}
