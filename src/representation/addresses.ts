/** Where the documents stand that every site has. */
export const ADDRESS = {
  index: "/",
  rss: "/rss.xml",
  atom: "/atom.xml",
  json: "/feed.json",
  opml: "/feeds.opml",
  sitemap: "/sitemap.xml",
  newsSitemap: "/sitemap-news.xml",
  robots: "/robots.txt",
  feedStylesheet: "/feed.css",
  subscribe: "/subscribe",
  favicon: "/favicon.svg",
} as const;

/** Media types by their registered or customary names (RFC 4287, RSS 2.0, JSON Feed 1.1). */
export const MEDIA_TYPE = {
  rss: "application/rss+xml",
  atom: "application/atom+xml",
  json: "application/feed+json",
  html: "text/html",
  opml: "text/x-opml",
  xml: "application/xml",
  text: "text/plain",
  css: "text/css",
  svg: "image/svg+xml",
} as const;

/** An address that stands for another one: always the same, or the one that `Accept` asks for. */
export type Alias =
  | { readonly kind: "fixed"; readonly target: string }
  | { readonly kind: "negotiated"; readonly choices: readonly NegotiatedAddress[] };

/** A document that can be chosen by its media types; the first one is its own. */
export interface NegotiatedAddress {
  readonly target: string;
  readonly mediaTypes: readonly string[];
}

/** What subscribers of other systems type and remember: WordPress, Jekyll, Hugo, Ghost. */
const ALIASES: Readonly<Record<string, Alias>> = {
  "/feed": {
    kind: "negotiated",
    // RSS first: it is what a reader without a wish understands most often.
    choices: [
      { target: ADDRESS.rss, mediaTypes: [MEDIA_TYPE.rss, "application/xml", "text/xml"] },
      { target: ADDRESS.atom, mediaTypes: [MEDIA_TYPE.atom] },
      { target: ADDRESS.json, mediaTypes: [MEDIA_TYPE.json, "application/json"] },
    ],
  },
  "/feed/": { kind: "fixed", target: ADDRESS.rss },
  "/rss": { kind: "fixed", target: ADDRESS.rss },
  "/rss/": { kind: "fixed", target: ADDRESS.rss },
  "/atom": { kind: "fixed", target: ADDRESS.atom },
  "/index.xml": { kind: "fixed", target: ADDRESS.rss },
  "/feed.xml": { kind: "fixed", target: ADDRESS.rss },
  "/feed/atom": { kind: "fixed", target: ADDRESS.atom },
  "/feed/json": { kind: "fixed", target: ADDRESS.json },
};

/** Every address that is taken by the table of aliases. */
export const ALIAS_ADDRESSES: readonly string[] = Object.keys(ALIASES);

/** What an address stands for; null where it stands for itself. */
export function aliasOf(address: string): Alias | null {
  return Object.hasOwn(ALIASES, address) ? (ALIASES[address] ?? null) : null;
}

/** Where the months of a year are listed. */
export function yearAddress(year: number): string {
  return `/dates/${String(year).padStart(4, "0")}`;
}

/** Where the articles of a month are listed; months count from 1. */
export function monthAddress(year: number, month: number): string {
  return `${yearAddress(year)}/${String(month).padStart(2, "0")}`;
}
