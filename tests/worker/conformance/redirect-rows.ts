import type { Row } from "./row.ts";

/** What is asked, and where it leads; null: nowhere. */
type Case = readonly [rule: string, target: string, location: string | null];

const PACKED: readonly Case[] = [
  ["a packed redirect leads on (RFC 9110 §15.4.2)", "/packed", "/articles/article-3"],
  ["in another spelling (RFC 3986 §6.2.2)", "/%70acked", "/articles/article-3"],
  ["with a slash too many, in one hop", "/packed/", "/articles/article-3"],
  ["in capitals, in one hop", "/PACKED", "/articles/article-3"],
  ["with an empty segment, in one hop", "//packed", "/articles/article-3"],
  ["one that only takes a slash leads on", "/slashed/", "/slashed"],
  ["one that only takes a slash leads to no circle", "/slashed", null],
  ["nor does one that spells it otherwise", "/spelled", null],
  ["a query goes on", "/packed?utm_source=a&b=%20", "/articles/article-3?utm_source=a&b=%20"],
  ["a query goes on from a moved document too", "/moved?a=b", "/articles/article-3?a=b"],
  ["a query goes on through a guess", "/articles/article-3/?a=b", "/articles/article-3?a=b"],
  ["a query that the target has of its own stays", "/packed-query?a=b", "/articles/article-3?own=1#end"],
  ["a query with what no Location holds is dropped", "/packed?a=\\", "/articles/article-3"],
];

const QUERIES: readonly Case[] = [
  ["a query leads on, though its path has a document", "/?p=12", "/articles/article-1"],
  ["other names beside it do not matter", "/?utm_source=x&p=12&fbclid=y", "/articles/article-1"],
  ["a feed by its query", "/?feed=rss2", "/rss.xml"],
  ["names in any order", "/show.php?id=7&cat=1", "/articles/article-2"],
  ["a value in another spelling", "/?p=%31%32", "/articles/article-1"],
  ["a name that the site lists", "/?id=7", "/articles/article-4"],
  ["a listed name more is another query", "/show.php?id=7&cat=1&p=1", null],
  ["a listed name too few is another query", "/show.php?id=7", null],
  ["what is no UTF-8 is no query", "/show.php?id=%ff", null],
];

const PATTERNS: readonly Case[] = [
  ["a pattern leads on", "/wild/article-3", "/articles/article-3"],
  ["what it leads to may have no document", "/wild/a/b.c", "/articles/a/b.c"],
  ["its * may stand for nothing", "/wild/", "/articles/"],
  ["the path without its slash is meant", "/wild", "/articles/"],
  ["capitals are taken for others", "/WILD/article-3", "/articles/article-3"],
  ["a whole path comes first", "/wild/exact", "/articles/article-2"],
  ["the longest comes first", "/wild/long/way?a=b", "https://elsewhere.example/way?from=wild"],
  [
    "an empty segment is left out on the way to another site",
    "//wild/long/way",
    "https://elsewhere.example/way?from=wild",
  ],
  ["where it leads to a moved document, in one hop", "/to-moved/x", "/articles/article-3"],
  ["through another pattern, in one hop", "/from/article-9/page", "/articles/article-9"],
  ["a named segment", "/news/2004/article-3", "/articles/article-3"],
  ["a named segment is one", "/news/2004/05/article-3", null],
  ["a named segment is not empty", "/news/2004/", null],
  ["what lacks its end is not meant", "/from/article-3/side", null],
];

/** Paths by which a pattern could be made to lead to another site (CWE-601), and where it leads at most. */
const OPEN: readonly Case[] = [
  ["a host behind the pattern", "/joined/elsewhere.example", "/elsewhere.example"],
  ["a host behind two slashes", "/joined//elsewhere.example", "/elsewhere.example"],
  ["a host behind many", "/joined////elsewhere.example//", "/elsewhere.example/"],
  ["a whole URL", "/joined/https://elsewhere.example", "/https%3A/elsewhere.example"],
  ["a user before a host", "/joined/@elsewhere.example", "/%40elsewhere.example"],
  ["a user without a host", "/joined@elsewhere.example", "/%40elsewhere.example"],
];

const MALFORMED = ["/wild/a%2Fb", "/joined%2felsewhere.example", "/wild/%5Celsewhere", "/wild/%0d%0aA:b"];

/** Redirects that are packed, and hosts that the site had before. */
export function redirectRows(): Row[] {
  const row = ([name, target, location]: Case, fields: Row["fields"] = {}): Row =>
    location === null
      ? { name, request: { target }, status: 404, fields: { Location: null }, body: /Page not found/ }
      : {
          name,
          request: { target },
          status: 301,
          fields: {
            Location: location,
            "Cache-Control": "public, max-age=300",
            "Cloudflare-CDN-Cache-Control": "max-age=60, stale-while-revalidate=30, stale-if-error=86400",
            "Access-Control-Allow-Origin": "*",
            Vary: null,
            ETag: null,
            ...fields,
          },
          body: `Now at ${location}\n`,
        };
  const atOldHost = ([name, target, location]: Case, Host = "old.example"): Row => ({
    ...row([`at a host of before, ${name}`, target, location], {
      "Cloudflare-CDN-Cache-Control": "no-store",
    }),
    request: { target, fields: { Host } },
    onServe: false,
  });
  return [
    ...[...PACKED, ...QUERIES, ...PATTERNS, ...OPEN].map((one) => row(one)),
    row(["a dot makes no file of an address: a slash too few", "/releases/v4.2.0", "/articles/article-3"]),
    row(["a dot makes no file of an address: capitals", "/Releases/V4.2.0/", "/articles/article-3"]),
    row(["an alias of ours can be led elsewhere", "/atom", "/atom.xml?overridden"]),
    {
      name: "a packed redirect may be temporary (RFC 9110 §15.4.3)",
      request: { target: "/packed-for-now" },
      status: 302,
      fields: { Location: "https://elsewhere.example/now", "Cache-Control": "public, max-age=300" },
    },
    { name: "a packed redirect may be 308", request: { target: "/packed-308" }, status: 308 },
    {
      name: "a packed redirect has no preconditions (RFC 9110 §13.2.1)",
      request: { target: "/packed", fields: { "If-None-Match": "*", "If-Match": '"a"' } },
      status: 301,
    },
    ...["/packed-away", "/dropped/by/pattern"].map((target) => ({
      name: `${target} is 410 with the site's page (RFC 9110 §15.5.11)`,
      request: { target },
      status: 410,
      fields: { Location: null },
      body: /No longer here/,
    })),
    {
      name: "a listed query that no redirect has changes nothing",
      request: { target: "/?p=99" },
      status: 200,
      fields: { Location: null, "Content-Type": "text/html; charset=utf-8" },
    },
    ...MALFORMED.map((target) => ({
      name: `${target} is 400, whatever patterns there are (RFC 9110 §15.5.1)`,
      request: { target },
      status: 400,
      fields: { Location: null, "Set-Cookie": null },
    })),
    {
      name: "a packed target on another host without a scheme is 503 (CWE-601)",
      request: { target: "/broken" },
      status: 503,
      fields: { Location: null },
      onServe: false,
    },
    {
      name: "a path of 8,000 bytes is 404, whatever patterns there are (RFC 9110 §15.5.5)",
      request: { target: `/wild/${"a/".repeat(3997)}` },
      status: 404,
    },
    {
      name: "POST is 405 at a redirect",
      request: { method: "POST", target: "/packed", fields: { "Content-Length": "0" } },
      status: 405,
    },
    ...(
      [
        ["a page is at home", "/articles/article-3", "https://quay.example/articles/article-3"],
        ["a feed is at home", "/rss.xml", "https://quay.example/rss.xml"],
        ["its query goes along", "/articles/article-3?a=b", "https://quay.example/articles/article-3?a=b"],
        ["an alias, in one hop", "/rss/", "https://quay.example/rss.xml"],
        ["a moved document, in one hop", "/moved", "https://quay.example/articles/article-3"],
        [
          "a move to elsewhere, in one hop",
          "/packed-query",
          "https://quay.example/articles/article-3?own=1#end",
        ],
        ["a packed redirect, in one hop", "/packed/", "https://quay.example/articles/article-3"],
        ["a query, in one hop", "/?p=12", "https://quay.example/articles/article-1"],
        ["a pattern, in one hop", "/wild/article-3", "https://quay.example/articles/article-3"],
        ["a pattern to another site", "/wild/long/x", "https://elsewhere.example/x?from=wild"],
        ["a corrected path, in one hop", "/Articles/ARTICLE-3/", "https://quay.example/articles/article-3"],
        ["an unknown path stays what it is", "/nothing?a", "https://quay.example/nothing?a"],
        [
          "empty segments lead to no other site",
          "//elsewhere.example",
          "https://quay.example/elsewhere.example",
        ],
        ["nothing but slashes", "//", "https://quay.example/"],
        ["a deleted document is told at home", "/gone", "https://quay.example/gone"],
        ["a document of the packed kind that is gone", "/packed-away", "https://quay.example/packed-away"],
      ] as const
    ).map((one) => atOldHost(one)),
    atOldHost(["in capitals", "/rss.xml", "https://quay.example/rss.xml"], "OLD.Example"),
    atOldHost(["with a port", "/rss.xml", "https://quay.example/rss.xml"], "www.quay.example:8080"),
    atOldHost(["with a last dot", "/rss.xml", "https://quay.example/rss.xml"], "old.example."),
    {
      name: "at a host of before, /feed leads to the format that Accept weighs most",
      request: { target: "/feed", fields: { Host: "old.example", Accept: "application/atom+xml" } },
      status: 301,
      fields: { Location: "https://quay.example/atom.xml", Vary: "Accept" },
      onServe: false,
    },
    {
      name: "at a host of before, preconditions do not count (RFC 9110 §13.2.1)",
      request: { target: "/rss.xml", fields: { Host: "old.example", "If-None-Match": "*" } },
      status: 301,
      onServe: false,
    },
    {
      name: "at a host of before, a malformed path is 400",
      request: { target: "/%ff", fields: { Host: "old.example" } },
      status: 400,
      onServe: false,
    },
    ...["old.example.evil.example", "notold.example", "example"].map((Host) => ({
      name: `the host ${Host} is none of before`,
      request: { target: "/articles/article-3", fields: { Host } },
      status: 200,
      onServe: false as const,
    })),
  ];
}
