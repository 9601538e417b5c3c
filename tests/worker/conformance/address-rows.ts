import type { Row } from "./row.ts";
import { ICON, LONG_TARGET } from "./sample.ts";

const ALIASES = [
  ["/feed/", "/rss.xml"],
  ["/rss", "/rss.xml"],
  ["/rss/", "/rss.xml"],
  ["/index.xml", "/rss.xml"],
  ["/feed.xml", "/rss.xml"],
  ["/feed/atom", "/atom.xml"],
  ["/feed/json", "/feed.json"],
  ["/feed/rss", "/rss.xml"],
  ["/feed/rss/", "/rss.xml"],
  ["/feed/rss2/", "/rss.xml"],
  ["/feed.rss", "/rss.xml"],
  ["/rss2", "/rss.xml"],
  ["/rss2/", "/rss.xml"],
  ["/feed/atom/", "/atom.xml"],
  ["/feed.atom", "/atom.xml"],
  ["/feed/json/", "/feed.json"],
  ["/index.html", "/"],
] as const;

/** Where a site's icon is looked for, the form of it that stands there, and its type. */
const ICONS = [
  ["/favicon.ico", `${ICON}-48x48-1i.ico`, "image/vnd.microsoft.icon"],
  ["/apple-touch-icon.png", `${ICON}-180x180-1t.png`, "image/png"],
  ["/apple-touch-icon-precomposed.png", `${ICON}-180x180-1t.png`, "image/png"],
] as const;

/** Accept, and where `/feed` leads then. */
const NEGOTIATED = [
  ["sends no Accept", null, "/rss.xml"],
  ["takes anything", "*/*", "/rss.xml"],
  ["wants RSS", "application/rss+xml", "/rss.xml"],
  ["wants Atom", "application/atom+xml", "/atom.xml"],
  ["wants JSON Feed", "application/feed+json", "/feed.json"],
  ["wants any JSON", "application/json", "/feed.json"],
  ["wants any XML", "text/xml", "/rss.xml"],
  ["writes in capitals", "Application/Atom+XML", "/atom.xml"],
  ["weighs Atom more", "application/rss+xml;q=0.5, application/atom+xml;q=0.9", "/atom.xml"],
  ["weighs JSON more than anything", "*/*;q=0.1, application/feed+json", "/feed.json"],
  [
    "forbids RSS and takes anything",
    "application/rss+xml;q=0, application/xml;q=0, text/xml;q=0, */*",
    "/atom.xml",
  ],
  ["names parameters", "application/atom+xml;type=feed;q=0.9, */*;q=0.1", "/atom.xml"],
  ["takes any application", "application/*", "/rss.xml"],
  ["is a browser", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "/rss.xml"],
  ["wants an image: never 406 (RFC 9110 §12.4.1)", "image/png", "/rss.xml"],
  ["sends nonsense", ";;;,/", "/rss.xml"],
] as const;

/** Paths that a document may have been meant by, and where they lead. */
const CORRECTED = [
  ["a trailing slash too many", "/articles/article-3/", "/articles/article-3"],
  ["a trailing slash too few, at what has moved", "/with-slash", "/"],
  ["capitals", "/Articles/ARTICLE-3", "/articles/article-3"],
  ["capitals in a file name", "/Feed.JSON", "/feed.json"],
  ["capitals and a slash", "/Articles/Article-3/", "/articles/article-3"],
  ["an empty segment", "//articles//article-3", "/articles/article-3"],
  ["nothing but slashes", "//", "/"],
  ["an alias in capitals", "/RSS", "/rss.xml"],
  ["an alias with a slash", "/index.xml/", "/rss.xml"],
  ["an alias that depends on Accept, in capitals", "/FEED", "/feed"],
  ["a letter and its mark apart (Unicode NFD)", "/tags/cafe%CC%81", "/tags/caf%C3%A9"],
  ["letters apart, and a slash", "/tags/cafe%CC%81/", "/tags/caf%C3%A9"],
  ["the feed of a tag, as WordPress has it", "/tags/caf%C3%A9/feed/", "/tags/caf%C3%A9/rss.xml"],
  ["the feed of a tag without a slash", "/tags/caf%C3%A9/feed", "/tags/caf%C3%A9/rss.xml"],
  ["the Atom feed of a section", "/sections/harbour/feed/atom/", "/sections/harbour/atom.xml"],
  ["the Atom feed of an author, in short", "/authors/ana-holm/atom", "/authors/ana-holm/atom.xml"],
  ["the JSON Feed of a tag", "/tags/caf%C3%A9/feed/json", "/tags/caf%C3%A9/feed.json"],
  ["the page of a section with a file name", "/sections/harbour/index.html", "/sections/harbour"],
  ["the list of sections without its slash", "/sections", "/sections/"],
  ["a capital that is encoded", "/%41rticles/article-3", "/articles/article-3"],
] as const;

const UNKNOWN = [
  "/nothing",
  "/articles/",
  "/articles/article-99",
  "/feed/rdf",
  "/tags/nothing/feed/",
  "/languages/",
  "/error/404",
  "/error/410",
  "//elsewhere.example/",
];

/** Where addresses lead: aliases, corrections, moved, gone, unknown, malformed. */
export function addressRows(): Row[] {
  const moved = (name: string, target: string, location: string, status = 301): Row => ({
    name,
    request: { target },
    status,
    fields: {
      Location: location,
      "Access-Control-Allow-Origin": "*",
      "Cache-Control": /^public, max-age=\d+$/,
      ETag: null,
    },
    body: `Now at ${location}\n`,
  });
  return [
    ...ALIASES.map(([alias, target]) => moved(`${alias} is an alias (RFC 9110 §15.4.2)`, alias, target)),
    ...ICONS.flatMap(([address, icon, type]) => [
      moved(`${address} leads to the site's icon in that form`, address, icon),
      {
        name: `${address} is an icon of its type, for any origin`,
        request: { target: icon },
        status: 200,
        fields: {
          "Content-Type": type,
          "Access-Control-Allow-Origin": "*",
          "Cross-Origin-Resource-Policy": "cross-origin",
          "X-Content-Type-Options": "nosniff",
        },
      },
    ]),
    ...NEGOTIATED.map(([client, accept, target]) => ({
      name: `/feed for a client that ${client} (RFC 9110 §12.5.1, §15.4.3)`,
      request: { target: "/feed", fields: { Accept: accept } },
      status: 302,
      fields: { Location: target, Vary: "Accept", "Access-Control-Allow-Origin": "*" },
    })),
    ...CORRECTED.map(([what, path, target]) => moved(`${what} is corrected by redirect`, path, target)),
    moved("a moved document says where it is (RFC 9110 §15.4.2)", "/moved", "/articles/article-3"),
    moved("a move may be 308 (RFC 9110 §15.4.9)", "/moved-for-good", "https://elsewhere.example/new", 308),
    moved("a long target is read from the body", "/moved-far", LONG_TARGET),
    {
      name: "a moved document has no preconditions (RFC 9110 §13.2.1)",
      request: { target: "/moved", fields: { "If-None-Match": "*", "If-Match": '"a"' } },
      status: 301,
    },
    {
      name: "a deleted document is 410 with the site's page (RFC 9110 §15.5.11)",
      request: { target: "/gone" },
      status: 410,
      fields: {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "public, max-age=0",
        "Cloudflare-CDN-Cache-Control": "no-store",
        "Access-Control-Allow-Origin": "*",
        ETag: null,
        "Last-Modified": null,
      },
      body: /No longer here/,
    },
    {
      name: "a deleted document has no preconditions (RFC 9110 §13.2.1)",
      request: { target: "/gone", fields: { "If-None-Match": "*" } },
      status: 410,
    },
    ...UNKNOWN.map((target) => ({
      name: `${target} is 404 with the site's page (RFC 9110 §15.5.5)`,
      request: { target },
      status: 404,
      fields: {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "public, max-age=0",
        "Cloudflare-CDN-Cache-Control": "no-store",
        "Access-Control-Allow-Origin": "*",
        "Content-Security-Policy": /^default-src 'none'/,
        ETag: null,
        Location: null,
      },
      body: /Page not found/,
    })),
    {
      name: "an unknown address has no preconditions (RFC 9110 §13.2.1)",
      request: { target: "/nothing", fields: { "If-None-Match": "*", "If-Match": '"a"' } },
      status: 404,
    },
    ...["/sections/", "/tags/", "/authors/"].map((target) => ({
      name: `${target} lists its channels`,
      request: { target },
      status: 200,
      fields: { "Content-Type": "text/html; charset=utf-8" },
      body: /<ul class="(?:names|channels)">/,
    })),
    {
      name: "an encoded letter is that letter (RFC 3986 §6.2.2.2)",
      request: { target: "/articles/%61rticle-3" },
      status: 200,
    },
  ];
}
