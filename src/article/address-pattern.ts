import type { FolderPermalink } from "./site.ts";

/** Tokens of which one makes the address of an article its own; the first that a pattern holds takes the number of a second one. */
export const NAMING_TOKENS = ["slug", "title", "filename", "path"] as const;

/** Tokens that a date fills in. */
export const DATE_TOKENS = [
  "year",
  "month",
  "day",
  "hour",
  "minute",
  "yearday",
  "plainmonth",
  "plainday",
  "plainyearday",
  "shortyear",
  "monthname",
  "shortmonth",
  "weekyear",
  "week",
  "weekday",
  "dayname",
  "shortday",
  "second",
] as const;

/** Tokens that the place of a file and its front matter fill in; what is missing leaves no segment. */
const OTHER_TOKENS = ["section", "folders", "categories", "author", "lang"] as const;

/** All that the pattern of an address may hold between braces. */
export const TOKENS: readonly string[] = [...NAMING_TOKENS, ...DATE_TOKENS, ...OTHER_TOKENS];

/** The tokens of a pattern, in order. */
export function tokensOf(pattern: string): string[] {
  return [...pattern.matchAll(/\{([a-z]+)\}/g)].map(([, name = ""]) => name);
}

/** Puts values in the place of a pattern's tokens. */
export function fillTokens(pattern: string, valueAt: (token: string) => string): string {
  return pattern.replace(/\{([a-z]+)\}/g, (_, token: string) => valueAt(token));
}

/**
 * A path without the segments that have nothing in them, or dots alone, which no request can reach; its
 * last slash as it is.
 */
export function withoutEmptySegments(path: string): string {
  const segments = path.split("/");
  const kept = segments.slice(1, -1).filter((segment) => segment !== "" && !/^\.+$/.test(segment));
  const last = segments.at(-1) ?? "";
  return ["", ...kept, ...(/^\.+$/.test(last) ? [] : [last])].join("/") || "/";
}

/** The longest folder with a pattern that one of these paths lies in; null where none of them does. */
export function longestFolder(
  paths: readonly string[],
  permalinks: readonly FolderPermalink[],
): FolderPermalink | null {
  let longest: FolderPermalink | null = null;
  for (const one of permalinks) {
    const isLonger = one.folder.length > (longest?.folder.length ?? -1);
    if (isLonger && paths.some((path) => path.startsWith(`${one.folder}/`))) longest = one;
  }
  return longest;
}
