import { describe, expect, test } from "vitest";
import { parseFeed } from "../../src/doctor/feeds/parse-feed.ts";

const ITEM = {
  id: "tag:quay.example,2025:lock",
  url: "https://quay.example/articles/lock",
  title: "Lock opens",
  content_text: "It opens.",
  date_published: "2025-07-01T12:00:00Z",
  date_modified: "2025-07-01T13:00:00Z",
  attachments: [{ url: "https://quay.example/lock.mp3", mime_type: "audio/mpeg" }],
};
const FEED = {
  version: "https://jsonfeed.org/version/1.1",
  title: "The Quay",
  feed_url: "https://quay.example/feed.json",
  next_url: "https://quay.example/archive/1.json",
  hubs: [{ type: "WebSub", url: "https://hub.example/" }],
  items: [ITEM],
};

const parse = (value: unknown) => parseFeed(JSON.stringify(value));
const withItem = (item: object) => parse({ ...FEED, items: [item] });

describe("a JSON Feed", () => {
  test("is read with all that a reader's bookkeeping needs", () => {
    expect(parse(FEED)).toEqual({
      format: "json",
      version: "1.1",
      encoding: null,
      id: null,
      title: "The Quay",
      self: "https://quay.example/feed.json",
      hubs: ["https://hub.example/"],
      previous: "https://quay.example/archive/1.json",
      updated: null,
      ttlMinutes: null,
      items: [
        {
          id: "tag:quay.example,2025:lock",
          idIsUrl: false,
          url: "https://quay.example/articles/lock",
          title: "Lock opens",
          hasContent: true,
          published: "2025-07-01T12:00:00Z",
          updated: "2025-07-01T13:00:00Z",
          files: ["https://quay.example/lock.mp3"],
        },
      ],
    });
  });

  test("may say next to nothing", () => {
    expect(parse({ version: "https://jsonfeed.org/version/1", items: [{}] })).toEqual({
      format: "json",
      version: "1",
      encoding: null,
      id: null,
      title: null,
      self: null,
      hubs: [],
      previous: null,
      updated: null,
      ttlMinutes: null,
      items: [
        {
          id: null,
          idIsUrl: false,
          url: null,
          title: null,
          hasContent: false,
          published: null,
          updated: null,
          files: [],
        },
      ],
    });
  });

  test("has not what is of another type", () => {
    const feed = {
      ...FEED,
      title: 1,
      feed_url: null,
      hubs: "hub",
      items: [{ ...ITEM, id: 12, title: ["a"] }],
    };
    expect(parse(feed)).toMatchObject({
      title: null,
      self: null,
      hubs: [],
      items: [{ id: null, title: null }],
    });
  });

  test.for(["content_html", "content_text", "summary"])("has an item with a text in %s", (name) => {
    expect(withItem({ id: "a", [name]: "It opens." })).toMatchObject({ items: [{ hasContent: true }] });
  });

  test("may begin after white space", () => {
    expect(parseFeed(`\n ${JSON.stringify(FEED)}`)).toMatchObject({ format: "json" });
  });
});

describe("no feed", () => {
  test.for([
    { document: "<!DOCTYPE html><p>Hello", reason: "it is a web page" },
    { document: "<!doctype  html>", reason: "it is a web page" },
    { document: "\n <html lang=en>", reason: "it is a web page" },
    { document: '{"version": ', reason: /^it is not JSON: .*JSON/ },
    { document: "{}", reason: /^it is not a JSON Feed: version: / },
    {
      document: '{"version":"https://quay.example/1","items":[]}',
      reason: /^it is not a JSON Feed: version: /,
    },
    { document: '{"version":"https://jsonfeed.org/version/1.1"}', reason: /^it is not a JSON Feed: items: / },
    {
      document: '{"version":"https://jsonfeed.org/version/1.1","items":[1]}',
      reason: /^it is not a JSON Feed: items\.0: /,
    },
    { document: "[]", reason: /^it is not well-formed XML: / },
    { document: "", reason: /^it is not well-formed XML: / },
  ])("is $document", ({ document, reason }) => {
    expect(parseFeed(document)).toEqual({
      reason: typeof reason === "string" ? reason : expect.stringMatching(reason),
    });
  });

  test.for(["<htmlx/>", "<x><html/></x>", "<feed>&lt;html></feed>"])(
    "is %s, though no web page",
    (document) => {
      expect(parseFeed(document)).toEqual({ reason: expect.stringContaining("neither RSS nor Atom") });
    },
  );
});

test("a document that is not JSON is read as XML", () => {
  expect(parseFeed('<rss version="2.0"><channel/></rss>')).toMatchObject({ format: "rss" });
});

describe("a document that is more than is read", () => {
  const rss = (items: number) => `<rss><channel>${"<item/>".repeat(items)}</channel></rss>`;
  const json = (items: number) => parse({ ...FEED, items: Array.from({ length: items }, () => ({})) });

  test.for([
    { name: "RSS", read: (items: number) => parseFeed(rss(items)) },
    { name: "JSON Feed", read: json },
  ])("has more than ten thousand items in $name", ({ read }) => {
    expect(read(10_000)).toMatchObject({ items: { length: 10_000 } });
    expect(read(10_001)).toEqual({ reason: "it has more than 10,000 items", tooMuch: true });
  });

  test.for([
    { name: "XML", text: "<a>".repeat(100_000), reason: "it is nested more than 100 deep" },
    { name: "JSON", text: '{"a":'.repeat(100_000), reason: "it is nested more than 100 deep" },
    { name: "XML", text: `<a>${"<b/>".repeat(200_000)}</a>`, reason: "it has more than 150,000 parts" },
    { name: "JSON", text: `{"a":[${"1,".repeat(200_000)}1]}`, reason: "it has more than 150,000 parts" },
  ])("is told: $name, $reason", ({ text, reason }) => {
    expect(parseFeed(text)).toEqual({ reason, tooMuch: true });
  });
});
