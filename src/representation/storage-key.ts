declare const brand: unique symbol;

/** A key in the store: a normalized URL path, or one of the publisher's own names without a slash in front. */
export type StorageKey = string & { readonly [brand]: "StorageKey" };

/** Workers KV's limit, in bytes. */
export const MAX_KEY_BYTES = 512;

/** The page that answers a path which leads nowhere. */
export const NOT_FOUND_KEY = "error/404" as StorageKey;

/** The page that answers for every deleted document. */
export const GONE_KEY = "error/410" as StorageKey;

/** The head of the ledger. */
export const LEDGER_KEY = "ledger" as StorageKey;

/** Where older versions kept the one journal of a store. */
export const JOURNAL_KEY = "journal" as StorageKey;

/** What a publish is about to do, by the name of that publish. */
export function journalKey(publish: string): StorageKey {
  return `${JOURNAL_KEY}/${publish}` as StorageKey;
}

/** What hubs have not been told yet. */
export const HUBS_KEY = "hubs" as StorageKey;

/** The secret by which the site's own hub knows its publisher; there is a hub where it stands. */
export const HUB_SECRET_KEY = "hub-secret" as StorageKey;

/** A part of the ledger, by number from 1. */
export function ledgerShardKey(number: number): StorageKey {
  return `ledger/${String(number).padStart(4, "0")}` as StorageKey;
}

/**
 * The key under which a path's representation stands: percent-encoding normalized
 * (RFC 3986 §6.2.2), so that every spelling of one path has one key. Null where the path
 * is not valid UTF-8, hides a slash or a control character, or is longer than a key can be.
 */
export function storageKeyOfPath(pathname: string): StorageKey | null {
  if (!pathname.startsWith("/") || pathname.includes("//") || !pathname.isWellFormed()) return null;
  const segments = decodeSegments(pathname);
  if (segments === null || segments.some((segment) => /[/\\\p{Cc}]|^\.\.?$/u.test(segment))) return null;
  const key = segments.map(encodeURIComponent).join("/");
  return key.length <= MAX_KEY_BYTES ? (key as StorageKey) : null;
}

function decodeSegments(pathname: string): string[] | null {
  try {
    return pathname.split("/").map(decodeURIComponent);
  } catch {
    return null;
  }
}
