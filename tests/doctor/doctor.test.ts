import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { OLD_FEED_CHECKS } from "../../src/doctor/checks/old-feeds.ts";
import { ALL_CHECKS, examine } from "../../src/doctor/examine.ts";
import { DOCUMENT_LIMITS } from "../../src/doctor/feeds/extent.ts";
import { openNetwork } from "../../src/doctor/visit/ask.ts";
import type { Limits } from "../../src/doctor/visit/limits.ts";
import { LIMITS, mebibytes, span } from "../../src/doctor/visit/limits.ts";
import { meet } from "../../src/doctor/visit/meet.ts";
import type { Defect, Response } from "./healthy-site.ts";
import { startSite } from "./healthy-site.ts";

async function examineSite(defect?: Defect, { path = "/", limits = LIMITS } = {}) {
  const origin = await startSite(defect);
  return examine(await meet(`${origin}${path}`, openNetwork({ limits })));
}

/** Changes the text of one document, whatever its coding. */
function rewrite(path: string, change: (text: string) => string): Defect {
  return (response, request) => {
    if (request.path !== path || response.body.byteLength === 0) return;
    const gzip = response.headers["Content-Encoding"] === "gzip";
    const text = change((gzip ? gunzipSync(response.body) : response.body).toString());
    response.body = gzip ? gzipSync(text) : Buffer.from(text);
  };
}

/** Changes the answers for one document. */
function spoil(path: string, change: (response: Response, headers: Record<string, unknown>) => void): Defect {
  return (response, request) => {
    if (request.path === path) change(response, request.headers);
  };
}

const remove = (path: string, ...names: string[]) =>
  spoil(path, ({ headers }) => {
    for (const name of names) delete headers[name];
  });
const set = (path: string, name: string, value: string) =>
  spoil(path, ({ headers }) => {
    headers[name] = value;
  });
const status = (path: string, code: number, headers: Record<string, string> = {}) =>
  spoil(path, (response) => {
    Object.assign(response, { status: code, headers, body: Buffer.of() });
  });
/** Answers with the whole feed where a request names this header field. */
const ignoring =
  (name: string): Defect =>
  (response, { path, headers }) => {
    if (path === "/rss.xml" && headers[name] !== undefined && response.status === 304) response.status = 200;
  };

/** Its RSS feed names a hub in its text, and in `Link` where that is given; the hub answers so. */
const namingHub =
  ({ link, answers = 400 }: { readonly link?: string; readonly answers?: number } = {}): Defect =>
  (response, request) => {
    const inText = '<a:link rel="hub" href="/hub"/><ttl>';
    rewrite("/rss.xml", (text) => text.replace("<ttl>", inText))(response, request);
    if (request.path === "/rss.xml" && link !== undefined) response.headers.Link = link;
    if (request.path === "/hub") Object.assign(response, { status: answers, body: Buffer.from("no") });
  };
const LINK = '<rss.xml>; rel="self", </hub>; title="a, b"; rel=hub';

const DEFECTS: readonly {
  readonly name: string;
  readonly check: string;
  readonly defect: Defect;
  readonly limits?: Limits;
}[] = [
  { name: "the page is not there", check: "unreachable", defect: status("/", 404) },
  { name: "the connection breaks off", check: "unreachable", defect: status("/", 0) },
  {
    name: "a page that leads to a file",
    check: "unsafe-redirect",
    defect: status("/", 301, { Location: "file:///etc/passwd" }),
  },
  {
    name: "a feed that leads to another machine of a private network",
    check: "unsafe-address",
    defect: status("/atom.xml", 301, { Location: "http://169.254.169.254/latest" }),
  },
  {
    name: "a feed that is too large",
    check: "too-large",
    defect: rewrite("/rss.xml", (text) =>
      text.replace("</channel>", `${"<item/>".repeat(10_000)}</channel>`),
    ),
  },
  {
    name: "a feed that never ends",
    check: "too-slow",
    defect: spoil("/atom.xml", (response) => {
      response.endless = true;
    }),
    limits: { ...LIMITS, exchangeMs: 2000 },
  },
  {
    name: "a site that sends more than is read",
    check: "cut-short",
    defect: () => {},
    limits: { ...LIMITS, visitBytes: 20_000 },
  },
  {
    name: "a challenge before the page",
    check: "challenge",
    defect: status("/", 403, { "cf-mitigated": "challenge", "Content-Type": "text/html" }),
  },
  {
    name: "a challenge before a feed",
    check: "feed-challenge",
    defect: status("/atom.xml", 403, { "cf-mitigated": "challenge" }),
  },
  {
    name: "a head without feeds",
    check: "no-discovery",
    defect: rewrite("/", (text) => text.replaceAll("alternate", "help")),
  },
  { name: "a link to a feed that is gone", check: "feed-unreachable", defect: status("/atom.xml", 404) },
  {
    name: "redirects in a circle",
    check: "redirect-loop",
    defect: status("/atom.xml", 301, { Location: "/atom.xml" }),
  },
  {
    name: "a redirect for now",
    check: "temporary-redirect",
    defect: (response, { path }) => {
      if (path === "/") response.body = Buffer.from(response.body.toString().replace("/rss.xml", "/feed"));
      if (path === "/feed") Object.assign(response, { status: 302, headers: { Location: "/rss.xml" } });
    },
  },
  {
    name: "a page where a feed should be",
    check: "not-a-feed",
    defect: rewrite("/rss.xml", () => "<!doctype html><p>Hello"),
  },
  {
    name: "XML that is not well formed",
    check: "not-a-feed",
    defect: rewrite("/rss.xml", (text) => text.replace("opens", "opens & shuts")),
  },
  {
    name: "white space before the XML declaration",
    check: "not-a-feed",
    defect: rewrite("/rss.xml", (text) => `\n${text}`),
  },
  {
    name: "JSON that is cut off",
    check: "not-a-feed",
    defect: rewrite("/feed.json", (text) => text.slice(0, -9)),
  },
  {
    name: "a feed as text/html",
    check: "wrong-type",
    defect: set("/rss.xml", "Content-Type", "text/html; charset=utf-8"),
  },
  {
    name: "a feed as text/plain",
    check: "wrong-type",
    defect: set("/feed.json", "Content-Type", "text/plain"),
  },
  {
    name: "a feed as application/xml",
    check: "vague-type",
    defect: set("/rss.xml", "Content-Type", "application/xml"),
  },
  {
    name: "a head that calls Atom RSS",
    check: "declared-type",
    defect: rewrite("/", (text) => text.replace("application/atom+xml", "application/rss+xml")),
  },
  {
    name: "two charsets",
    check: "charset",
    defect: set("/rss.xml", "Content-Type", "application/rss+xml; charset=iso-8859-1"),
  },
  { name: "no validators", check: "no-validators", defect: remove("/rss.xml", "ETag", "Last-Modified") },
  { name: "a tag without quotes", check: "bad-etag", defect: set("/rss.xml", "ETag", "abc") },
  {
    name: "a Last-Modified that is not an HTTP-date",
    check: "bad-last-modified",
    defect: set("/rss.xml", "Last-Modified", "2025-07-01T18:00:00Z"),
  },
  {
    name: "a Last-Modified to come",
    check: "bad-last-modified",
    defect: set("/rss.xml", "Last-Modified", "Tue, 01 Jul 2098 18:00:00 GMT"),
  },
  {
    name: "a tag that changes by itself",
    check: "changing-etag",
    defect: spoil("/rss.xml", ({ headers }) => {
      headers.ETag = `"${crypto.randomUUID()}"`;
    }),
  },
  { name: "no 304 for a tag", check: "ignores-if-none-match", defect: ignoring("if-none-match") },
  {
    name: "no 304 for a tag that a proxy changed",
    check: "ignores-recoded-tag",
    defect: (response, { headers }) => {
      if (/-gzip"/.test(headers["if-none-match"] ?? "")) response.status = 200;
    },
  },
  { name: "no 304 for a date", check: "ignores-if-modified-since", defect: ignoring("if-modified-since") },
  {
    name: "a 304 without its fields",
    check: "bare-304",
    defect: (response) => {
      if (response.status === 304)
        response.headers = { "Access-Control-Allow-Origin": "*", ETag: response.headers.ETag ?? "" };
    },
  },
  {
    name: "no HEAD",
    check: "head-differs",
    defect: (response, { method }) => {
      if (method === "HEAD") response.status = 405;
    },
  },
  {
    name: "no compression",
    check: "not-compressed",
    defect: spoil("/atom.xml", (response) => {
      if (response.headers["Content-Encoding"] !== "gzip") return;
      response.body = gunzipSync(response.body);
      delete response.headers["Content-Encoding"];
    }),
  },
  {
    name: "compression that nobody asked for",
    check: "compressed-unasked",
    defect: spoil("/rss.xml", (response) => {
      if (response.status !== 200 || response.headers["Content-Encoding"] || response.body.byteLength === 0)
        return;
      response.body = gzipSync(response.body);
      response.headers["Content-Encoding"] = "gzip";
    }),
  },
  {
    name: "a coding that is not the one named",
    check: "broken-coding",
    defect: spoil("/rss.xml", ({ headers }) => {
      if (headers["Content-Encoding"]) headers["Content-Encoding"] = "br";
    }),
  },
  { name: "codings without Vary", check: "no-vary", defect: remove("/rss.xml", "Vary") },
  { name: "no CORS", check: "no-cors", defect: remove("/feed.json", "Access-Control-Allow-Origin") },
  {
    name: "no CORS on 304",
    check: "no-cors-on-304",
    defect: (response) => {
      if (response.status === 304) delete response.headers["Access-Control-Allow-Origin"];
    },
  },
  { name: "no Cache-Control", check: "caching", defect: remove("/rss.xml", "Cache-Control") },
  { name: "no-store", check: "caching", defect: set("/rss.xml", "Cache-Control", "no-store") },
  {
    name: "a life of a month",
    check: "caching",
    defect: set("/rss.xml", "Cache-Control", "max-age=2592000"),
  },
  { name: "a ttl unlike max-age", check: "ttl", defect: set("/rss.xml", "Cache-Control", "max-age=60") },
  { name: "a cookie", check: "cookies", defect: set("/rss.xml", "Set-Cookie", "session=1") },
  {
    name: "a cache that keeps feeds too long",
    check: "stale-cache",
    defect: set("/rss.xml", "Age", "4000"),
  },
  {
    name: "a 404 that caches keep",
    check: "cached-404",
    defect: set("/feedwright-doctor/nothing-is-here", "Cache-Control", "max-age=60"),
  },
  {
    name: "a clock an hour behind",
    check: "clock",
    defect: set("/rss.xml", "Date", new Date(Date.now() - 3_600_000).toUTCString()),
  },
  {
    name: "no self link",
    check: "no-self",
    defect: rewrite("/atom.xml", (text) => text.replace('rel="self"', 'rel="related"')),
  },
  {
    name: "a self link to another host",
    check: "wrong-self",
    defect: rewrite("/rss.xml", (text) =>
      text.replace(/rel="self" href="[^"]+"/, 'rel="self" href="https://old.example/rss.xml"'),
    ),
  },
  {
    name: "an old JSON Feed",
    check: "old-version",
    defect: rewrite("/feed.json", (text) => text.replace("version/1.1", "version/1")),
  },
  {
    name: "no title",
    check: "no-title",
    defect: rewrite("/feed.json", (text) => text.replace('"title":"The Quay",', "")),
  },
  {
    name: "an item without an id",
    check: "no-ids",
    defect: rewrite("/rss.xml", (text) => text.replace(/<guid.*?<\/guid>/, "")),
  },
  {
    name: "an id twice",
    check: "repeated-ids",
    defect: rewrite("/rss.xml", (text) => text.replaceAll("lock-11</guid>", "lock-12</guid>")),
  },
  {
    name: "a guid that claims to be a URL",
    check: "guid-no-url",
    defect: rewrite("/rss.xml", (text) =>
      text.replace(/<guid isPermaLink="false">tag:[^<]*/, "<guid>lock 12"),
    ),
  },
  {
    name: "a relative link",
    check: "relative-urls",
    defect: rewrite("/atom.xml", (text) => text.replace(/(<link href=")http:\/\/[^/]+/, "$1")),
  },
  {
    name: "a link to a script",
    check: "foreign-schemes",
    defect: rewrite("/rss.xml", (text) => text.replace(/<link>[^<]*lock-12</, "<link>javascript:alert(1)<")),
  },
  {
    name: "a title that turns a terminal red",
    check: "control-characters",
    defect: rewrite("/feed.json", (text) => text.replace("Lock 12 opens", "Lock 12\\u001b[31m opens")),
  },
  {
    name: "an item of nothing",
    check: "empty-items",
    defect: rewrite("/feed.json", (text) =>
      text.replace(/"title":"Lock 12 opens","content_text":"[^"]*"/, '"tags":[]'),
    ),
  },
  {
    name: "no items",
    check: "no-items",
    defect: rewrite("/feed.json", (text) => text.replace(/"items":\[.*\]/, '"items":[]')),
  },
  {
    name: "no date",
    check: "no-dates",
    defect: rewrite("/rss.xml", (text) => text.replace(/<pubDate>.*?<\/pubDate>/, "")),
  },
  {
    name: "a date of another format",
    check: "bad-dates",
    defect: rewrite("/rss.xml", (text) => text.replace(/<pubDate>.*?</, "<pubDate>2025-06-12 00:00<")),
  },
  {
    name: "a date far ahead",
    check: "future-dates",
    defect: rewrite("/rss.xml", (text) =>
      text.replace(/<pubDate>.*?</, "<pubDate>Tue, 01 Jul 2098 18:00:00 GMT<"),
    ),
  },
  {
    name: "other ids in Atom",
    check: "ids-differ",
    defect: rewrite("/atom.xml", (text) => text.replaceAll("<id>tag:quay.example", "<id>tag:dock.example")),
  },
  {
    name: "a title escaped twice",
    check: "titles-differ",
    defect: rewrite("/rss.xml", (text) => text.replace("Lock 12 opens", "Lock 12 &amp;amp; 13 open")),
  },
  {
    name: "another date in JSON Feed",
    check: "dates-differ",
    defect: rewrite("/feed.json", (text) => text.replace("2025-06-12T00", "2025-06-12T02")),
  },
  {
    name: "an article less in Atom",
    check: "articles-differ",
    defect: rewrite("/atom.xml", (text) => text.replace(/<entry>.*?<\/entry>/, "")),
  },
  { name: "an archive that is gone", check: "broken-archive", defect: status("/archive/1.xml", 404) },
  {
    name: "an archive in a circle",
    check: "archive-loop",
    defect: rewrite("/archive/2.xml", (text) => text.replace("/archive/1.xml", "/rss.xml")),
  },
  {
    name: "an archive that repeats itself",
    check: "archive-overlap",
    defect: rewrite("/archive/1.xml", (text) => text.replaceAll("lock-1<", "lock-2<")),
  },
  { name: "a hub that Link does not name", check: "hub-not-in-link", defect: namingHub() },
  {
    name: "another hub in Link",
    check: "hubs-differ",
    defect: namingHub({ link: '<rss.xml>; rel="self", </other>; rel="hub"' }),
  },
  {
    name: "a hub without a self",
    check: "hub-without-self",
    defect: (response, request) => {
      namingHub({ link: '</hub>; rel="hub"' })(response, request);
      rewrite("/rss.xml", (text) => text.replace(/<a:link rel="self"[^>]*>/, ""))(response, request);
    },
  },
  { name: "a hub that breaks off", check: "hub-unreachable", defect: namingHub({ link: LINK, answers: 0 }) },
  { name: "a page for a hub", check: "no-hub-there", defect: namingHub({ link: LINK, answers: 405 }) },
  {
    name: "a hub that takes anything",
    check: "hub-accepts-anything",
    defect: namingHub({ link: LINK, answers: 202 }),
  },
];

/** What else is wrong then, as a matter of course. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  "a tag without quotes": ["ignores-if-none-match"],
  "a Last-Modified that is not an HTTP-date": ["ignores-if-modified-since"],
  "a Last-Modified to come": ["ignores-if-modified-since"],
  "a tag that changes by itself": ["ignores-if-none-match"],
  "a life of a month": ["ttl"],
  "an item without an id": ["ids-differ"],
  "an id twice": ["ids-differ"],
  "a guid that claims to be a URL": ["ids-differ"],
  "a relative link": ["articles-differ"],
  "a link to a script": ["articles-differ"],
  "a title that turns a terminal red": ["titles-differ"],
  "an item of nothing": ["titles-differ"],
  "no items": ["articles-differ"],
  "a date far ahead": ["dates-differ"],
  "a hub without a self": ["no-self"],
};

test("a site whose hub refuses what nobody can mean gets no finding", async () => {
  expect(await examineSite(namingHub({ link: LINK }))).toEqual([]);
});

test("a site without a fault gets no finding", async () => {
  expect(await examineSite()).toEqual([]);
  expect(await examineSite(undefined, { path: "/rss.xml" })).toEqual([]);
});

test.for(DEFECTS)("$name is found, and nothing else", async ({ name, check, defect, limits = LIMITS }) => {
  const found = await examineSite(defect, { limits });
  const names = new Set(found.map((finding) => finding.check));
  expect([...names].sort()).toEqual([check, ...(FOLLOWS[name] ?? [])].sort());
  for (const { what, fix, url } of found) {
    expect([what, fix, url].every((text) => text.length > 8)).toBe(true);
  }
});

test("every check is shown a site that it finds fault with, but for those that loopback is spared and those of old feeds", () => {
  const shown = new Set([...DEFECTS.map(({ check }) => check), ...OLD_FEED_CHECKS.map(({ name }) => name)]);
  expect(ALL_CHECKS.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([
    "no-tls",
    "private-links",
  ]);
});

test("docs/doctor.md has every check with its weight", () => {
  const rows = readFileSync(new URL("../../docs/doctor.md", import.meta.url), "utf8").split("\n");
  const told = (name: string, severity: string) =>
    rows.some((row) => row.includes(`\`${name}\``) && row.includes(`| ${severity} |`));
  expect(ALL_CHECKS.filter(({ name, severity }) => !told(name, severity))).toEqual([]);
});

test("docs/doctor.md has every limit", () => {
  const text = readFileSync(new URL("../../docs/doctor.md", import.meta.url), "utf8");
  const { exchangeMs, visitMs, bodyBytes, visitBytes } = LIMITS;
  const { items, parts, references, depth } = DOCUMENT_LIMITS;
  const numbers = [items, parts, references, depth].map((number) => number.toLocaleString("en"));
  const told = [mebibytes(bodyBytes), mebibytes(visitBytes), span(exchangeMs), span(visitMs), ...numbers];
  expect(told.filter((limit) => !text.includes(`| ${limit} |`) && !text.includes(`| ${limit};`))).toEqual([]);
});

test("http:// on a host of the world is a finding; nothing is asked there", async () => {
  const headers = new Map([["content-type", "text/html"]]);
  const answer = { status: 200, headers, sentBytes: 0, body: Buffer.of() };
  const answered = { answer, fault: null, atMs: 0 };
  const visit = await meet("http://quay.example/", async (asked) => ({ asked, ...answered }));
  expect(examine(visit).map(({ check }) => check)).toEqual(["no-discovery", "no-tls"]);
});
