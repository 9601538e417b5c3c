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
} as const;
