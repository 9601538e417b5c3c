import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { DELIVERY_CHECKS } from "../../../src/doctor/checks/delivery.ts";
import { MEDIA_TYPE_CHECKS } from "../../../src/doctor/checks/media-type.ts";
import type { Exchange } from "../../../src/doctor/visit/exchange.ts";
import type { MetFeed } from "../../../src/doctor/visit/visit.ts";
import { answered, atom, FIELDS, json, met, rss, unanswered } from "../met.ts";
import { advice, found } from "./found.ts";

/** All that tell how a feed is handed over. */
const CHECKS = [...MEDIA_TYPE_CHECKS, ...DELIVERY_CHECKS];

interface Row {
  readonly name: string;
  readonly but?: Partial<MetFeed>;
  readonly finds?: readonly string[];
}

type Fields = Readonly<Record<string, string | undefined>>;

const sent = (fields: Fields, body: string | Uint8Array = "<rss/>", status = 200): Exchange =>
  answered({ status, headers: { ...FIELDS, ...fields }, body });
const plain = (fields: Fields): Partial<MetFeed> => ({ plain: sent(fields) });
const typed = (type: string | undefined): Partial<MetFeed> => plain({ "Content-Type": type });

const TYPES: readonly Row[] = [
  { name: "RSS as application/rss+xml" },
  {
    name: "Atom as application/atom+xml",
    but: { feed: atom(), declaredType: "application/atom+xml", ...typed("application/atom+xml") },
  },
  ...["application/feed+json", "application/json"].map((type) => ({
    name: `JSON Feed as ${type}`,
    but: { feed: json(), declaredType: type, ...typed(type) },
  })),
  ...["text/html", "text/plain", "application/xmlish", "textxml"].map((type) => ({
    name: `a feed as ${type}`,
    but: typed(`${type}; charset=utf-8`),
    finds: [`wrong-type: its Content-Type is ${type}, which readers do not recognize as a feed`],
  })),
  {
    name: "a feed without a type",
    but: typed(undefined),
    finds: ["wrong-type: its Content-Type is missing, which readers do not recognize as a feed"],
  },
  ...["application/xml", "text/xml", "application/atom+xml"].map((type) => ({
    name: `RSS as ${type}`,
    but: typed(type),
    finds: [`vague-type: its Content-Type is ${type}, not application/rss+xml`],
  })),
  {
    name: "JSON Feed as another JSON",
    but: { feed: json(), declaredType: null, ...typed("application/ld+json") },
    finds: ["vague-type: its Content-Type is application/ld+json, not application/feed+json"],
  },
  {
    name: "a head that calls RSS Atom",
    but: { declaredType: "application/atom+xml" },
    finds: ["declared-type: the page's head calls it application/atom+xml, but it is application/rss+xml"],
  },
  {
    name: "a head that calls RSS Atom, where the type is missing",
    but: { declaredType: "application/atom+xml", ...typed(undefined) },
    finds: [
      "wrong-type: its Content-Type is missing, which readers do not recognize as a feed",
      "declared-type: the page's head calls it application/atom+xml, but it is something else",
    ],
  },
  { name: "a feed that no head named", but: { declaredType: null } },
  {
    name: "no feed, whose types are no matter",
    but: {
      feed: { reason: "it is a web page" },
      declaredType: "application/atom+xml",
      ...typed("text/html"),
    },
  },
  {
    name: "no feed, whose XML is as vague as it likes",
    but: { feed: { reason: "it is no feed" }, ...typed("application/xml") },
  },
  {
    name: "two charsets (RFC 7303 §3)",
    but: typed("application/rss+xml; charset=iso-8859-1"),
    finds: ["charset: its Content-Type says iso-8859-1, but its XML declaration says utf-8"],
  },
  { name: "a charset in Content-Type only", but: { feed: rss({ encoding: null }) } },
  { name: "a charset in the XML declaration only", but: typed("application/rss+xml") },
  {
    name: "no feed, which has no XML declaration",
    but: { feed: { reason: "it is a web page" }, ...typed("text/html; charset=iso-8859-1") },
  },
];

const LONG = "x".repeat(1400);
const gzipped = (fields: Fields = {}) => sent({ "Content-Encoding": "gzip", ...fields }, gzipSync(LONG));

const CODINGS: readonly Row[] = [
  { name: "a long feed that is compressed on request", but: { plain: sent({}, LONG), coded: gzipped() } },
  {
    name: "1400 bytes without compression",
    but: { plain: sent({}, LONG), coded: sent({}, LONG) },
    finds: ["not-compressed: its 1400 bytes are sent without compression"],
  },
  { name: "1399 bytes without compression", but: { plain: sent({}, LONG.slice(1)), coded: sent({}, LONG) } },
  {
    name: "a long feed whose second answer is none",
    but: { plain: sent({}, LONG), coded: sent({}, "", 503) },
  },
  {
    name: "a long feed whose second answer does not come",
    but: { plain: sent({}, LONG), coded: unanswered("it is larger than 16 MiB", "size") },
    finds: ["broken-coding: a reader that takes gzip and br does not get it: it is larger than 16 MiB"],
  },
  { name: "identity, which is no coding", but: plain({ "Content-Encoding": "identity" }) },
  {
    name: "a coding that was not asked for (RFC 9110 §12.5.3)",
    but: plain({ "Content-Encoding": "gzip" }),
    finds: ["compressed-unasked: it is sent as gzip to a reader that accepts no coding"],
  },
  {
    name: "a coding that is not the one named",
    but: { coded: answered({ headers: { ...FIELDS, "Content-Encoding": "br" }, body: null }) },
    finds: ["broken-coding: its body is not br, as its Content-Encoding says"],
  },
  {
    name: "a broken coding of an error, which is no matter",
    but: { coded: answered({ status: 503, headers: { ...FIELDS, "Content-Encoding": "br" }, body: null }) },
  },
  ...[undefined, "Origin"].map((vary) => ({
    name: `a coding with Vary: ${vary}`,
    but: { coded: gzipped({ Vary: vary }) },
    finds: ["no-vary: it comes in several codings without Vary"],
  })),
  ...["*", "Origin, accept-encoding"].map((vary) => ({
    name: `a coding with Vary: ${vary}`,
    but: { coded: gzipped({ Vary: vary }) },
  })),
  { name: "one coding only, which needs no Vary", but: { coded: sent({ Vary: undefined }) } },
];

const CORS = "Access-Control-Allow-Origin";
const CACHING: readonly Row[] = [
  {
    name: "no CORS",
    but: plain({ [CORS]: undefined }),
    finds: ["no-cors: readers that run in a browser may not read it"],
  },
  {
    name: "no CORS on 304",
    but: { byTag: sent({ [CORS]: undefined }, "", 304) },
    finds: ["no-cors-on-304: its 304 lacks the field that lets readers in a browser read it"],
  },
  {
    name: "no CORS anywhere, which is told once",
    but: { ...plain({ [CORS]: undefined }), byTag: sent({ [CORS]: undefined }, "", 304) },
    finds: ["no-cors: readers that run in a browser may not read it"],
  },
  { name: "no CORS where the tag is answered with 200", but: { byTag: sent({ [CORS]: undefined }) } },
  { name: "a feed without a tag", but: { byTag: null } },
  {
    name: "no Cache-Control",
    but: plain({ "Cache-Control": undefined }),
    finds: ["caching: it has no Cache-Control, so each cache guesses how long to keep it"],
  },
  ...["no-store", "private, max-age=900"].map((policy) => ({
    name: `Cache-Control: ${policy}`,
    but: plain({ "Cache-Control": policy }),
    finds: [`caching: its Cache-Control ${policy} keeps caches from helping`],
  })),
  { name: "a life of a day", but: { feed: atom(), declaredType: null, ...day(86_400) } },
  {
    name: "a life of a second more than a day",
    but: { feed: atom(), declaredType: null, ...day(86_401) },
    finds: ["caching: readers may keep it for 86401 seconds and see no news"],
  },
  { name: "a policy without max-age, which no ttl contradicts", but: plain({ "Cache-Control": "public" }) },
  {
    name: "a ttl of fifteen minutes beside a max-age of one",
    but: plain({ "Cache-Control": "max-age=60" }),
    finds: ["ttl: its ttl says 15 minutes, but its max-age says 60 seconds"],
  },
  {
    name: "a ttl beside a max-age of nothing",
    but: plain({ "Cache-Control": "max-age=0" }),
    finds: ["ttl: its ttl says 15 minutes, but its max-age says 0 seconds"],
  },
  {
    name: "a feed without ttl",
    but: { feed: rss({ ttlMinutes: null }), ...plain({ "Cache-Control": "max-age=60" }) },
  },
  { name: "a ttl and no Cache-Control that is a feed's", but: { feed: { reason: "a page" } } },
  {
    name: "a cookie",
    but: plain({ "Set-Cookie": "session=1" }),
    finds: ["cookies: it sets a cookie"],
  },
];

function day(seconds: number): Partial<MetFeed> {
  return { plain: sent({ "Content-Type": "application/atom+xml", "Cache-Control": `max-age=${seconds}` }) };
}

describe("types and charsets", () => {
  test.for(TYPES)("$name", ({ but, finds = [] }) => {
    expect(found(CHECKS, met(but))).toEqual(finds);
  });
});

describe("codings", () => {
  test.for(CODINGS)("$name", ({ but, finds = [] }) => {
    expect(found(CHECKS, met(but))).toEqual(finds);
  });
});

describe("caches and other origins", () => {
  test.for(CACHING)("$name", ({ but, finds = [] }) => {
    expect(found(CHECKS, met(but))).toEqual(finds);
  });
});

test("delivery is advised on", () => {
  expect(advice(CHECKS)).toEqual([
    expect.stringMatching(/^wrong-type \(error\): .*application\/rss\+xml/),
    expect.stringMatching(/^vague-type \(notice\): .*type of the format/),
    expect.stringMatching(/^declared-type \(warning\): .*page's head/),
    expect.stringMatching(/^charset \(error\): .*same charset/),
    expect.stringMatching(/^not-compressed \(warning\): .*gzip or br/),
    expect.stringMatching(/^compressed-unasked \(error\): .*identity/),
    expect.stringMatching(/^broken-coding \(error\): .*Content-Encoding/),
    expect.stringMatching(/^no-vary \(warning\): .*Vary: Accept-Encoding/),
    expect.stringMatching(/^no-cors \(warning\): .*Access-Control-Allow-Origin: \*/),
    expect.stringMatching(/^no-cors-on-304 \(warning\): .*304/),
    expect.stringMatching(/^caching \(warning\): .*max-age/),
    expect.stringMatching(/^ttl \(notice\): .*ttl and max-age/),
    expect.stringMatching(/^cookies \(warning\): .*no cookie/),
  ]);
});

test("a feed that does not answer has no type and no policy", () => {
  const nothing = unanswered("broken");
  expect(found(CHECKS, met({ plain: nothing, coded: nothing, byTag: nothing }))).toEqual([
    "wrong-type: its Content-Type is missing, which readers do not recognize as a feed",
    "broken-coding: a reader that takes gzip and br does not get it: broken",
    "no-cors: readers that run in a browser may not read it",
    "caching: it has no Cache-Control, so each cache guesses how long to keep it",
  ]);
});
