// Apart from the tables, so that the worker's bundle holds the few that it needs and not all of them.
const RSS = "/rss.xml";
const ATOM = "/atom.xml";
const JSON_FEED = "/feed.json";
const RSS_TYPE = "application/rss+xml";
const ATOM_TYPE = "application/atom+xml";
const FAVICON = "/favicon.svg";
const JSON_FEED_TYPE = "application/feed+json";

/** Where the documents stand that every site has. */
export const ADDRESS = {
  index: "/",
  rss: RSS,
  atom: ATOM,
  json: JSON_FEED,
  opml: "/feeds.opml",
  sitemap: "/sitemap.xml",
  newsSitemap: "/sitemap-news.xml",
  robots: "/robots.txt",
  feedStylesheet: "/feed.css",
  feedSchema: "/feed.schema.json",
  subscribe: "/subscribe",
  favicon: FAVICON,
  manifest: "/manifest.webmanifest",
} as const;

/** Media types by their registered or customary names (RFC 4287, RSS 2.0, JSON Feed 1.1). */
export const MEDIA_TYPE = {
  rss: RSS_TYPE,
  atom: ATOM_TYPE,
  json: JSON_FEED_TYPE,
  html: "text/html",
  opml: "text/x-opml",
  xml: "application/xml",
  text: "text/plain",
  css: "text/css",
  svg: "image/svg+xml",
  manifest: "application/manifest+json",
  markdown: "text/markdown",
  schema: "application/schema+json",
} as const;

/** What an address stands for: another one, or the document that `Accept` chooses. */
export type Alias = string | readonly NegotiatedAddress[];

/** A document that can be chosen by its media types. */
export interface NegotiatedAddress {
  readonly target: string;
  readonly mediaTypes: readonly string[];
}

/** RSS first: it is what a reader without a wish understands most often. */
const FORMATS: readonly NegotiatedAddress[] = [
  { target: RSS, mediaTypes: [RSS_TYPE, "application/xml", "text/xml"] },
  { target: ATOM, mediaTypes: [ATOM_TYPE] },
  { target: JSON_FEED, mediaTypes: [JSON_FEED_TYPE, "application/json"] },
];

/** What subscribers of other systems type and remember: WordPress, Jekyll, Hugo, Ghost. No article gets one. */
export const KEPT_ALIASES: readonly (readonly [string, Alias])[] = [
  ["/feed", FORMATS],
  ["/feed/", RSS],
  ["/rss", RSS],
  ["/rss/", RSS],
  ["/atom", ATOM],
  ["/index.xml", RSS],
  ["/feed.xml", RSS],
  ["/feed/atom", ATOM],
  ["/feed/json", JSON_FEED],
];

/** What readers, browsers and people try without having been told. A publisher's own document may stand there. */
const TRIED_ALIASES: readonly (readonly [string, string])[] = [
  ["/feed/rss", RSS],
  ["/feed/rss/", RSS],
  ["/feed/rss2", RSS],
  ["/feed/rss2/", RSS],
  ["/feed.rss", RSS],
  ["/rss2", RSS],
  ["/rss2/", RSS],
  ["/atom/", ATOM],
  ["/feed/atom/", ATOM],
  ["/feed.atom", ATOM],
  ["/feed/json/", JSON_FEED],
  ["/index.html", "/"],
  ["/favicon.ico", FAVICON],
  ["/apple-touch-icon.png", FAVICON],
  ["/apple-touch-icon-precomposed.png", FAVICON],
];

/** Where browsers and readers look for an icon without having been told, and which form of a file is meant. */
export const ICON_ALIASES = [
  ["/favicon.ico", "ico"],
  ["/apple-touch-icon.png", "touch"],
  ["/apple-touch-icon-precomposed.png", "touch"],
] as const;

/** Every alias. A document under its key comes before it. */
export const ALIASES: ReadonlyMap<string, Alias> = new Map<string, Alias>([
  ...KEPT_ALIASES,
  ...TRIED_ALIASES,
]);

/** Below which address the channels of each kind stand, each under its slug. */
export const CHANNEL_FOLDER = {
  section: "/sections/",
  tag: "/tags/",
  author: "/authors/",
  language: "/languages/",
} as const;

/** What stands below a channel's page, or below that of a site's own. */
const BELOW_CHANNEL = /^(\/(?:sections|tags|authors|languages)\/[^/]+)(\/.+)$/;

/**
 * What an alias means below the page of a channel, as WordPress has feeds: `/tags/tea/feed/` is
 * `/tags/tea/rss.xml`. Null for all else. Whether there is such a channel the store has to say.
 */
export function channelAlias(path: string): string | null {
  const [, page, suffix = ""] = BELOW_CHANNEL.exec(path) ?? [];
  const alias = ALIASES.get(suffix);
  if (page === undefined || alias === undefined || alias === FAVICON) return null;
  if (typeof alias !== "string") return page + RSS;
  return alias === "/" ? page : page + alias;
}

/** An address in each format. */
export interface FeedLinks {
  readonly rss: string;
  readonly atom: string;
  readonly json: string;
}

/** Where the feeds of a channel stand, or those of an archive window. */
export function feedsIn(folder: string): FeedLinks {
  return { rss: `${folder}${RSS}`, atom: `${folder}${ATOM}`, json: `${folder}${JSON_FEED}` };
}

/** Where an article stands in a form for programs: `/x/` and `/x` have `/x.json` and `/x.md`. */
export function machineAddress(address: string, format: "json" | "markdown"): string {
  const path = address.replace(/\/$/, "") || "/index";
  return `${path}${format === "json" ? ".json" : ".md"}`;
}
