import { channelKey } from "./channel-name.ts";
import type { FolderPermalink, NamedPermalink, Site } from "./site.ts";
import type { Source } from "./source.ts";

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

/** What of an article decides which of several patterns counts for it. */
export type PatternFacts = Partial<Pick<Source, "path" | "addressing" | "tags" | "section">>;

/**
 * The pattern of `[permalinks]` that counts for an article: the first in the table for one of its names,
 * else that of the longest folder; null where none does.
 */
export function tablePermalink(
  facts: PatternFacts,
  permalinks: Site["permalinks"],
): FolderPermalink | NamedPermalink | null {
  const { path = "", addressing } = facts;
  return firstNamed(facts, permalinks) ?? longestFolder([path, addressing?.place ?? ""], permalinks);
}

/** The first pattern for a tag or the section of an article; null where no name of it has one. */
export function firstNamed(
  { tags = [], section = null }: PatternFacts,
  permalinks: Site["permalinks"],
): NamedPermalink | null {
  const named = permalinks.filter((one) => "kind" in one);
  if (named.length === 0) return null;
  const names = new Set([
    ...tags.map((tag) => channelKey("tag", tag)),
    ...(section === null ? [] : [channelKey("section", section)]),
  ]);
  return named.find(({ kind, name }) => names.has(channelKey(kind, name))) ?? null;
}

/** The longest folder with a pattern that one of these paths lies in; null where none of them does. */
export function longestFolder(
  paths: readonly string[],
  permalinks: Site["permalinks"],
): FolderPermalink | null {
  let longest: FolderPermalink | null = null;
  for (const one of permalinks) {
    if (!("folder" in one)) continue;
    const isLonger = one.folder.length > (longest?.folder.length ?? -1);
    if (isLonger && paths.some((path) => path.startsWith(`${one.folder}/`))) longest = one;
  }
  return longest;
}
