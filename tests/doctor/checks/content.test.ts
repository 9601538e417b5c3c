import { describe, expect, test } from "vitest";
import { CONTENT_CHECKS } from "../../../src/doctor/checks/content.ts";
import type { ParsedFeed, ParsedItem } from "../../../src/doctor/feeds/parsed-feed.ts";
import { AT_MS, atom, FEED_URL, item, json, rss } from "../met.ts";
import { advice, found } from "./found.ts";

interface Row {
  readonly name: string;
  readonly feed: ParsedFeed;
  readonly finds?: readonly string[];
}

const findings = (feed: ParsedFeed) => found(CONTENT_CHECKS, { feed, url: FEED_URL, atMs: AT_MS });

/** An RSS feed of items that differ from a good one in what is said. */
const items = (...buts: readonly Partial<ParsedItem>[]): ParsedFeed =>
  rss({ items: buts.map((but, n) => item({ id: `tag:quay.example,2025:${n}`, title: `No. ${n}`, ...but })) });

const FEEDS: readonly Row[] = [
  { name: "RSS without a fault", feed: rss() },
  { name: "Atom without a fault", feed: atom() },
  { name: "JSON Feed without a fault", feed: json() },
  {
    name: "no self link",
    feed: rss({ self: null }),
    finds: ["no-self: it does not name its own address"],
  },
  { name: "a self link that is relative to the feed", feed: rss({ self: "rss.xml" }) },
  {
    name: "a self link to another address",
    feed: rss({ self: "https://old.example/rss.xml" }),
    finds: ["wrong-self: it names https://old.example/rss.xml as its own address"],
  },
  {
    name: "a self link that is no URL",
    feed: rss({ self: "https://" }),
    finds: ["wrong-self: it names https:// as its own address"],
  },
  {
    name: "an old RSS",
    feed: rss({ version: "0.91" }),
    finds: ["old-version: its version is 0.91"],
  },
  {
    name: "an RSS that names no version",
    feed: rss({ version: "" }),
    finds: ["old-version: its version is missing"],
  },
  { name: "an old JSON Feed", feed: json({ version: "1" }), finds: ["old-version: its version is 1"] },
  {
    name: "an Atom of another version",
    feed: atom({ version: "0.3" }),
    finds: ["old-version: its version is 0.3"],
  },
  { name: "no title", feed: rss({ title: null }), finds: ["no-title: it has no title"] },
  { name: "no items", feed: rss({ items: [] }), finds: ["no-items: it has no items"] },
];

const ITEMS: readonly Row[] = [
  {
    name: "an item without an id",
    feed: items({}, { id: null }),
    finds: ["no-ids: it has 1 of 2 items without an id, such as “No. 1”"],
  },
  {
    name: "items without ids, which are not one id that is repeated",
    feed: items({ id: null }, { id: null }),
    finds: ["no-ids: it has 2 of 2 items without an id, such as “No. 0”"],
  },
  {
    name: "an id twice, and one three times",
    feed: items({ id: "a" }, { id: "b" }, { id: "a" }, { id: "c" }, { id: "b" }, { id: "b" }),
    finds: ["repeated-ids: more than one item has the id a", "repeated-ids: more than one item has the id b"],
  },
  {
    name: "four ids twice, of which three are told",
    feed: items(...[..."abcdabcd"].map((id) => ({ id }))),
    finds: [..."abc"].map((id) => `repeated-ids: more than one item has the id ${id}`),
  },
  {
    name: "a guid that claims to be a URL and is none",
    feed: items({ id: "lock 12", idIsUrl: true }),
    finds: ["guid-no-url: it has 1 of 1 items whose guid claims to be a URL, such as “No. 0”"],
  },
  {
    name: "a guid that claims to be a URL and is one",
    feed: items({ id: "https://quay.example/1", idIsUrl: true }),
  },
  { name: "a guid that is no URL and does not claim it", feed: items({ id: "lock 12" }) },
  {
    name: "no guid, which claims nothing",
    feed: items({ id: null, idIsUrl: true }),
    finds: ["no-ids: it has 1 of 1 items without an id, such as “No. 0”"],
  },
  {
    name: "a relative link",
    feed: items({ url: "/articles/lock" }),
    finds: ["relative-urls: it has 1 of 1 items whose link is relative, such as “No. 0”"],
  },
  { name: "no link, which is not relative", feed: items({ url: null }) },
  {
    name: "an item with neither title nor text, told by its address",
    feed: items({ title: null, hasContent: false }),
    finds: [
      "empty-items: it has 1 of 1 items with neither title nor text, such as “https://quay.example/articles/lock”",
    ],
  },
  {
    name: "such an item without an address, told by its id",
    feed: items({ title: null, hasContent: false, url: null, id: "a" }),
    finds: ["empty-items: it has 1 of 1 items with neither title nor text, such as “a”"],
  },
  {
    name: "an item of nothing at all, of which there is nothing to tell",
    feed: items({ title: null, hasContent: false, url: null, id: null }),
    finds: [
      "no-ids: it has 1 of 1 items without an id",
      "empty-items: it has 1 of 1 items with neither title nor text",
    ],
  },
  { name: "an item with a text and no title", feed: items({ title: null }) },
  { name: "an item with a title and no text", feed: items({ hasContent: false }) },
];

const HOUR = 3_600_000;
const ahead = (offsetMs: number) => items({ published: new Date(AT_MS + offsetMs).toUTCString() });
const LATE = "future-dates: it has 1 of 1 items dated more than a day ahead, such as “No. 0”";

const DATES: readonly Row[] = [
  {
    name: "an item with neither published nor updated has no date",
    feed: items({ published: null }),
    finds: ["no-dates: it has 1 of 1 items without a date, such as “No. 0”"],
  },
  {
    name: "an item with updated and without published has a date",
    feed: items({ published: null, updated: "2025-07-01" }),
  },
  { name: "an item with published and without updated has a date", feed: items({ updated: null }) },
  {
    name: "a date as Atom writes it cannot be read in RSS",
    feed: items({ published: "2025-07-01T12:00:00Z" }),
    finds: ["bad-dates: its date 2025-07-01T12:00:00Z cannot be read"],
  },
  {
    name: "a date as RSS writes it cannot be read in Atom, wherever it stands",
    feed: atom({
      updated: "Tue, 01 Jul 2025 18:00:00 GMT",
      items: [item({ published: "12 Jul 2025", updated: "13 Jul 2025" })],
    }),
    finds: ["Tue, 01 Jul 2025 18:00:00 GMT", "12 Jul 2025", "13 Jul 2025"].map(
      (text) => `bad-dates: its date ${text} cannot be read`,
    ),
  },
  {
    name: "of five bad dates the first three are told, each once",
    feed: items(...["a", "a", "b", "c", "d"].map((published) => ({ published }))),
    finds: [..."abc"].map((text) => `bad-dates: its date ${text} cannot be read`),
  },
  {
    name: "updated of an RSS item comes from another vocabulary, whose dates are its own",
    feed: items({ updated: "2025" }),
  },
  {
    name: "updated of a JSON Feed item is the format's own",
    feed: json({ items: [item({ published: null, updated: "2025" })] }),
    finds: ["bad-dates: its date 2025 cannot be read"],
  },
  { name: "a date 24 hours ahead is no finding", feed: ahead(24 * HOUR) },
  { name: "a date 24 hours and a second ahead is a finding", feed: ahead(24 * HOUR + 1000), finds: [LATE] },
  { name: "a date 25 hours ahead is a finding", feed: ahead(25 * HOUR), finds: [LATE] },
];

describe("what a feed says of itself", () => {
  test.for(FEEDS)("$name", ({ feed, finds = [] }) => {
    expect(findings(feed)).toEqual(finds);
  });
});

describe("what a feed says of its items", () => {
  test.for(ITEMS)("$name", ({ feed, finds = [] }) => {
    expect(findings(feed)).toEqual(finds);
  });
});

describe("the dates of items", () => {
  test.for(DATES)("$name", ({ feed, finds = [] }) => {
    expect(findings(feed)).toEqual(finds);
  });
});

test("content is advised on", () => {
  expect(advice(CONTENT_CHECKS)).toEqual([
    expect.stringMatching(/^no-self \(warning\): .*rel="self", or feed_url/),
    expect.stringMatching(/^wrong-self \(error\): .*is served/),
    expect.stringMatching(/^old-version \(notice\): .*RSS 2\.0, Atom 1\.0 or JSON Feed 1\.1/),
    expect.stringMatching(/^no-title \(error\): .*a title/),
    expect.stringMatching(/^no-ids \(error\): .*never changes/),
    expect.stringMatching(/^repeated-ids \(error\): .*id of its own/),
    expect.stringMatching(/^guid-no-url \(error\): .*isPermaLink="false"/),
    expect.stringMatching(/^relative-urls \(error\): .*whole URLs/),
    expect.stringMatching(/^empty-items \(warning\): .*title or some text/),
    expect.stringMatching(/^no-items \(notice\): .*Publish something/),
    expect.stringMatching(/^no-dates \(warning\): .*Date every item/),
    expect.stringMatching(/^bad-dates \(error\): .*Tue, 01 Jul 2025 18:00:00 GMT in RSS/),
    expect.stringMatching(/^future-dates \(warning\): .*when its date has come/),
  ]);
});
