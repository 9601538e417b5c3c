import {
  fillTokens,
  NAMING_TOKENS,
  tablePermalink,
  tokensOf,
  withoutEmptySegments,
} from "../article/address-pattern.ts";
import type { Site } from "../article/site.ts";
import type { Source } from "../article/source.ts";
import type { EpochSeconds } from "../article/values.ts";
import { DATE_PARTS, shownDate } from "./date-parts.ts";

/** What of a source its address by a pattern follows from. */
export type PatternSource = Partial<Pick<Source, "path" | "slug" | "addressing" | "tags" | "section">>;

/** Bytes of an address without its number: a storage key has 512. */
const MAX_ADDRESS_BYTES = 500;

/** The pattern for an article: its own, that of one of its names or of the longest folder, or the site's. */
export function patternOf(source: PatternSource, site: Site): string {
  const { path, slug = null, addressing } = source;
  if (addressing?.pattern !== undefined) return addressing.pattern;
  const chosen = tablePermalink(source, site.permalinks);
  const named = ofIndex(chosen?.pattern ?? site.permalink, path ?? "", site);
  const { language, slugPath } = addressing ?? {};
  // A path begins with the folder that has the pattern, and so does a slug in its place.
  const folder = chosen !== null && "folder" in chosen ? chosen.folder : null;
  const isAround = folder !== null && site.generator === "docusaurus" && named.includes("{path}");
  const asked = slugPath !== undefined && isAround ? `${folder}/${slugPath}` : slugPath;
  const whole = asked ?? (slug !== null && slugIsWhole(named, site) ? "{slug}" : null);
  const pattern = whole === null ? named : named.replace(/\{.*(?<!\/)(?=\/?$)/, whole);
  return language === undefined || pattern.includes("{lang}")
    ? pattern
    : `/${encodeURIComponent(language)}${pattern}`;
}

/** In a folder of Jekyll `about/index.md` is the page of its folder, whatever ending other pages have. */
function ofIndex(pattern: string, path: string, { generator }: Site): string {
  const isIndex = generator === "jekyll" && /\/index\.[^/]+$/.test(path);
  return isIndex ? pattern.replace(/\{path\}\.html$/, "{path}/") : pattern;
}

/**
 * Whether a slug in front matter stands in the place of all tokens: in Docusaurus it leaves out the date,
 * but no folder; programs of Gatsby put it where the path of the file would be.
 */
function slugIsWhole(pattern: string, { generator }: Site): boolean {
  const holdsPlace = /\{(?:path|filename)\}/.test(pattern);
  return generator === "docusaurus" ? !pattern.includes("{path}") : generator === "gatsby" && holdsPlace;
}

/**
 * The address that a pattern makes, with a suffix behind what makes it the article's own. Values that
 * are missing leave no segment; where all together are too long, those that others share go, and then
 * the end of the rest.
 */
export function patternAddress(
  pattern: string,
  slug: string,
  published: EpochSeconds,
  site: Site,
  source: PatternSource,
): (suffix: string) => string {
  const valueAt = tokenValues(pattern, slug, published, site, source);
  const tokens = tokensOf(pattern);
  const naming = NAMING_TOKENS.find((name) => tokens.includes(name));
  const whole = (value: (token: string) => string) => withoutEmptySegments(fillTokens(pattern, value));
  const only = (token: string) => (token === naming || token in DATE_PARTS ? valueAt(token) : "");
  const address = whole(valueAt);
  const isShort = address.length <= MAX_ADDRESS_BYTES;
  const values = isShort ? valueAt : only;
  const excess = isShort ? 0 : Math.max(whole(values).length - MAX_ADDRESS_BYTES, 0);
  const room = valueAt(naming ?? "").length - excess;
  return (suffix) => {
    if (isShort && suffix === "") return address;
    return naming === undefined
      ? withSuffix(cut(whole(values), MAX_ADDRESS_BYTES), suffix)
      : whole((token) => (token === naming ? `${cut(valueAt(token), room)}${suffix}` : values(token)));
  };
}

/** Finds the value of a token; empty where there is none. */
export function tokenValues(
  pattern: string,
  slug: string,
  published: EpochSeconds,
  { timezone }: Site,
  { addressing = {} }: PatternSource,
): (token: string) => string {
  const { values = {}, wall } = addressing;
  const isDated = tokensOf(pattern).some((token) => token in DATE_PARTS);
  const shown = isDated ? shownDate(published, timezone, wall ?? null) : null;
  return (token) => {
    if (token === "slug") return slug;
    const date = DATE_PARTS[token];
    return (
      (date && shown ? date(shown) : values[token]) ??
      (token === "title" || token === "filename" || token === "path" ? slug : "")
    );
  };
}

function withSuffix(address: string, suffix: string): string {
  return address.endsWith("/") ? `${address.slice(0, -1)}${suffix}/` : `${address}${suffix}`;
}

/** The first bytes of a percent-encoded text, no character of it in two; never without any. */
function cut(text: string, bytes: number): string {
  if (text.length <= bytes) return text;
  let kept = text.slice(0, Math.max(bytes, 1)).replace(/%[\dA-F]?$/, "");
  while (!isWhole(kept)) kept = kept.replace(/%[\dA-F]{2}$/, "");
  return kept.replace(/[/.]+$/, "") || "article";
}

function isWhole(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
