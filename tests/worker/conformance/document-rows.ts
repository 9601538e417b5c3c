import type { Row } from "./row.ts";
import type { SampleDocument } from "./sample.ts";

const MINUTE = "max-age=60, stale-while-revalidate=30, stale-if-error=86400";
const YEAR = "public, max-age=31536000, immutable";

/** A browser gets a feed under another type, and who asks for changes may get less than the whole. */
const ARCHIVE_VARY = "Accept-Encoding, Sec-Fetch-Dest";
const FEED_VARY = `${ARCHIVE_VARY}, A-IM`;

/** What each kind is served with; written out here so that a change of the policy is meant. */
const KINDS = {
  feed: { cache: "public, max-age=900", edge: MINUTE, cors: "*", vary: FEED_VARY },
  archive: { cache: "public, max-age=3600", edge: MINUTE, cors: "*", vary: ARCHIVE_VARY },
  page: { cache: "public, max-age=60", edge: MINUTE, cors: null, vary: "Accept-Encoding" },
  article: { cache: "public, max-age=60", edge: MINUTE, cors: "*", vary: "Accept-Encoding" },
  text: { cache: "public, max-age=3600", edge: MINUTE, cors: "*", vary: "Accept-Encoding" },
  asset: { cache: YEAR, edge: "max-age=31536000", cors: "*", vary: "Accept-Encoding" },
  media: { cache: YEAR, edge: "max-age=31536000", cors: "*", vary: null },
} as const;

const SHARED = [
  "ETag",
  "Last-Modified",
  "Date",
  "Cache-Control",
  "Vary",
  "Access-Control-Allow-Origin",
  "Access-Control-Expose-Headers",
];

const IMF_FIXDATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;

/** The rules that hold for every document, whatever its kind. */
export function documentRows(document: SampleDocument): Row[] {
  const { path: target, name, kind, body, tag, type, lastModified, bestCoding } = document;
  const { cache, edge, cors, vary } = KINDS[kind];
  const date = new Date(lastModified * 1000).toUTCString();
  const dayBefore = new Date((lastModified - 86_400) * 1000).toUTCString();
  const shared = {
    ETag: tag,
    "Last-Modified": date,
    "Cache-Control": cache,
    "Access-Control-Allow-Origin": cors,
    Date: IMF_FIXDATE,
    Vary: vary,
  };
  const whole = { ...shared, "Cloudflare-CDN-Cache-Control": edge, "Content-Type": type };
  const row = (
    rule: string,
    fields: Record<string, string>,
    status: number,
    more: Partial<Row> = {},
  ): Row => ({
    name: `${name}: ${rule}`,
    request: { target, fields },
    status,
    ...more,
  });
  const strong = tag.startsWith("W/") ? tag.slice(2) : tag;
  const whole200 = { fields: whole, body };
  const empty304 = {
    fields: { ...shared, "Content-Type": null, "Content-Length": null },
    only: SHARED,
    body: "",
  };
  return [
    row("GET is 200 with validators, cache life, type and length (RFC 9110 §9.3.1, §8.6)", {}, 200, {
      fields: {
        ...whole,
        "Content-Length": String(body.length),
        "Content-Encoding": null,
        "X-Content-Type-Options": "nosniff",
      },
      body,
    }),
    row("a query does not change the document (RFC 3986 §3.4)", {}, 200, {
      request: { target: `${target}?utm_source=a&b=%00` },
      ...whole200,
    }),
    row(
      "a browser that opens a feed gets plain XML, which it styles (Fetch Metadata §2.1)",
      { "Sec-Fetch-Dest": "document" },
      200,
      { fields: { ...whole, "Content-Type": type.replace(/(rss|atom)\+/, "") }, body },
    ),
    row("HTTP/1.0 gets the same (RFC 9112 §2.3)", {}, 200, {
      request: { target, version: "1.0" },
      ...whole200,
    }),
    row("an absolute target is the same (RFC 9112 §3.2.2)", {}, 200, {
      request: { target: `http://quay.example${target}` },
      ...whole200,
    }),
    row(
      "the best stored coding is sent as stored (RFC 9110 §12.5.3)",
      { "Accept-Encoding": "gzip, br" },
      200,
      {
        fields: { ...whole, "Content-Encoding": bestCoding },
        body,
      },
    ),
    row("Range is for media alone (RFC 9110 §14.2)", { Range: "bytes=0-9" }, kind === "media" ? 206 : 200, {
      fields: { ...shared, "Content-Range": kind === "media" ? `bytes 0-9/${body.length}` : null },
      body: kind === "media" ? body.subarray(0, 10) : body,
    }),
    row(
      "If-None-Match with the tag is 304 with these fields only (RFC 9110 §15.4.5)",
      { "If-None-Match": tag },
      304,
      empty304,
    ),
    row("If-None-Match compares weakly (RFC 9110 §13.1.2)", { "If-None-Match": strong }, 304, empty304),
    row("If-None-Match: * is 304 (RFC 9110 §13.1.2)", { "If-None-Match": "*" }, 304, empty304),
    row(
      "If-None-Match with another tag is 200 (RFC 9110 §13.1.2)",
      { "If-None-Match": '"another"' },
      200,
      whole200,
    ),
    row(
      "If-Modified-Since at the instant is 304 (RFC 9110 §13.1.3)",
      { "If-Modified-Since": date },
      304,
      empty304,
    ),
    row(
      "If-Modified-Since before it is 200 (RFC 9110 §13.1.3)",
      { "If-Modified-Since": dayBefore },
      200,
      whole200,
    ),
    row(
      "If-Match compares strongly (RFC 9110 §13.1.1)",
      { "If-Match": tag },
      tag.startsWith("W/") ? 412 : 200,
      {
        fields: { Date: IMF_FIXDATE },
      },
    ),
    row("If-Match with another tag is 412 (RFC 9110 §13.1.1)", { "If-Match": '"another"' }, 412, {
      fields: { "Cache-Control": "no-store", ETag: null },
      body: /^The document is another one\.\n$/,
    }),
    row("If-Match: * is 200 (RFC 9110 §13.1.1)", { "If-Match": "*" }, 200, whole200),
    row(
      "If-Unmodified-Since before the change is 412 (RFC 9110 §13.1.4)",
      { "If-Unmodified-Since": dayBefore },
      412,
    ),
    row(
      "If-Unmodified-Since at the instant is 200 (RFC 9110 §13.1.4)",
      { "If-Unmodified-Since": date },
      200,
      whole200,
    ),
    row("POST is 405 with Allow (RFC 9110 §15.5.6)", {}, 405, {
      request: { method: "POST", target, fields: { "Content-Length": "0" } },
      fields: {
        Allow: "GET, HEAD, OPTIONS",
        "Access-Control-Allow-Origin": "*",
        "Cache-Control": "no-store",
      },
      body: "This site answers GET and HEAD.\n",
    }),
    row("OPTIONS is 204 and tells what other origins may send (Fetch, CORS preflight)", {}, 204, {
      request: { method: "OPTIONS", target },
      fields: {
        Allow: "GET, HEAD, OPTIONS",
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Allow-Methods": "GET, HEAD",
        "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since, A-IM, Range",
        "Access-Control-Max-Age": "86400",
      },
    }),
  ];
}
