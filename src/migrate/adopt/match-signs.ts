import { percentDecoded } from "../../article/percent-decoded.ts";
import { singleLine } from "../../article/plain-text.ts";
import type { KnownArticle, OldLinks } from "./known-article.ts";
import type { OldItem } from "./read-old-feed.ts";

/** A day that is written without a time lies less than this from the instant that a feed tells, whatever the zone. */
const SAME_DAY_SECONDS = 36 * 60 * 60;

/** Values by which an item and an article are told to be one. */
export interface MatchSign {
  readonly reason: string;
  readonly isCertain: boolean;
  readonly ofItem: (item: OldItem, links: OldLinks) => readonly (string | null)[];
  readonly ofArticle: (article: KnownArticle) => readonly (string | null)[];
  /** What must hold beside. */
  readonly fits?: (item: OldItem, article: KnownArticle) => boolean;
}

const titleOf = ({ title }: { readonly title: string }) =>
  singleLine(title)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim() || null;

const isSameDay = (item: OldItem, { isDated, published }: KnownArticle) =>
  item.published !== null && isDated && Math.abs(item.published - published) <= SAME_DAY_SECONDS;

/** The signs, the strongest first. A sign that two items or two articles share tells nothing. */
export const MATCH_SIGNS = [
  {
    reason: "id",
    isCertain: true,
    ofItem: ({ id }) => [id],
    ofArticle: ({ id, ownId }) => [id, ownId],
  },
  {
    reason: "address",
    isCertain: true,
    ofItem: ({ link, id }, links) => [link, id].map((one) => placeOf(one, links)),
    ofArticle: ({ address }) => [address],
  },
  {
    reason: "address, but for its ending",
    isCertain: true,
    ofItem: ({ link }, links) => [looseAddress(ownPath(link, links))],
    ofArticle: ({ address }) => [looseAddress(address)],
  },
  {
    reason: "title and date",
    isCertain: true,
    ofItem: (item) => [titleOf(item)],
    ofArticle: (article) => [titleOf(article)],
    fits: isSameDay,
  },
  {
    reason: "last part of the address and date",
    isCertain: true,
    ofItem: ({ link }, links) => [lastSegment(ownPath(link, links))],
    ofArticle: ({ address }) => [lastSegment(address)],
    fits: isSameDay,
  },
  {
    reason: "enclosure",
    isCertain: true,
    ofItem: ({ enclosures }) => enclosures.map(withoutScheme),
    ofArticle: ({ enclosures }) => enclosures.map(withoutScheme),
  },
  {
    reason: "title alone",
    isCertain: false,
    ofItem: (item) => [titleOf(item)],
    ofArticle: (article) => [titleOf(article)],
  },
  {
    reason: "last part of the address",
    isCertain: false,
    ofItem: ({ link }, links) => [lastSegment(ownPath(link, links))],
    ofArticle: ({ address }) => [lastSegment(address)],
  },
  {
    reason: "file name of an enclosure",
    isCertain: false,
    ofItem: ({ enclosures }) => enclosures.map((url) => lastSegment(URL.parse(url)?.pathname)),
    ofArticle: ({ enclosures }) => enclosures.map((url) => lastSegment(URL.parse(url)?.pathname)),
  },
  {
    reason: "date alone",
    isCertain: false,
    ofItem: ({ published }) => [published === null ? null : String(published)],
    ofArticle: ({ isDated, published }) => [isDated ? String(published) : null],
  },
] as const satisfies readonly MatchSign[];

function placeOf(text: string | null, { isOwn, leadsTo }: OldLinks): string | null {
  const url = URL.parse(text ?? "");
  return url && isOwn(url) ? leadsTo(url) : null;
}

function ownPath(link: string | null, { isOwn }: OldLinks): string | undefined {
  const url = URL.parse(link ?? "");
  return url && isOwn(url) ? url.pathname : undefined;
}

/** A path without what servers make equal: capitals, an extension of pages, `index`, a slash at the end. */
function looseAddress(path: string | undefined): string | null {
  if (path === undefined) return null;
  const loose = percentDecoded(path)
    .normalize("NFC")
    .toLowerCase()
    .replace(/\/+$/, "")
    .replace(/(?:\/index)?\.(?:html?|php|aspx?)$/, "")
    .replace(/\/index$/, "");
  return loose === "" ? null : loose;
}

function lastSegment(path: string | undefined): string | null {
  const loose = looseAddress(path);
  return loose === null ? null : loose.slice(loose.lastIndexOf("/") + 1) || null;
}

function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/i, "");
}
