import { parseXml } from "@rgrove/parse-xml";
import type { FeedOptions, Item } from "feed";
import { Feed } from "feed";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, test } from "vitest";
import { StrictFeed } from "../../src/render/feeds/strict-feed.ts";
import { DIFFERENCES } from "./feed-differences.ts";

const CHANNEL: FeedOptions = {
  title: "The Quay",
  id: "https://quay.example/",
  link: "https://quay.example/",
  description: "News",
  language: "en",
  ttl: 15,
  image: "https://quay.example/logo.png",
  favicon: "https://quay.example/favicon.ico",
  copyright: "© The Quay",
  updated: new Date("2025-07-02T18:00:00Z"),
  generator: "A generator",
  hub: "https://hub.example/",
  feedLinks: {
    rss: "https://quay.example/rss.xml",
    atom: "https://quay.example/atom.xml",
    json: "https://quay.example/feed.json",
  },
  author: { name: "Sea Desk", link: "https://quay.example/desk", email: "desk@quay.example" },
};

const ITEM: Item = {
  title: "Tea",
  id: "https://quay.example/tea",
  link: "https://quay.example/tea",
  published: new Date("2025-06-30T06:30:00Z"),
  date: new Date("2025-07-01T07:00:00Z"),
  description: "It rained",
  content: "<p>It <b>rained</b></p>",
  author: [{ name: "Ada", email: "ada@quay.example", link: "https://quay.example/ada" }],
  category: [
    { name: "tea", term: "tea", domain: "https://quay.example/tags/", scheme: "https://quay.example/tags/" },
  ],
  copyright: "© Ada",
};

function both(options: FeedOptions, ...items: readonly Item[]): { theirs: Feed; ours: Feed } {
  const theirs = new Feed(structuredClone(options));
  const ours = new StrictFeed(structuredClone(options));
  for (const item of items) {
    theirs.addItem(structuredClone(item));
    ours.addItem(structuredClone(item));
  }
  for (const feed of [theirs, ours]) {
    feed.addCategory("News");
    feed.addContributor({ name: "Cy", email: "cy@quay.example", link: "https://quay.example/cy" });
  }
  return { theirs, ours };
}

const seconds = (date: unknown) => Date.parse(String(date)) / 1000;
const plain = (text: unknown) =>
  typeof text === "object" && text !== null && "value" in text ? text.value : text;

/** What a reader gets out of RSS, but for what `feed` has no word for. */
function readRss(text: string) {
  const feed = parseRssFeed(text);
  return {
    title: feed.title,
    link: feed.link,
    description: feed.description,
    language: feed.language,
    copyright: feed.copyright,
    ttl: feed.ttl,
    image: feed.image,
    built: seconds(feed.lastBuildDate),
    categories: feed.categories,
    links: feed.atom?.links?.map(({ rel, href }) => `${rel} ${href}`).toSorted(),
    items: feed.items?.map((item) => ({
      title: item.title,
      link: item.link,
      guid: item.guid,
      published: seconds(item.pubDate),
      description: item.description,
      content: item.content?.encoded,
      categories: item.categories,
      enclosures: item.enclosures,
    })),
  };
}

function readAtom(text: string) {
  const feed = parseAtomFeed(text);
  return {
    id: feed.id,
    title: plain(feed.title),
    subtitle: plain(feed.subtitle),
    updated: seconds(feed.updated),
    logo: feed.logo,
    icon: feed.icon,
    rights: plain(feed.rights),
    authors: feed.authors,
    contributors: feed.contributors,
    categories: feed.categories,
    links: feed.links?.map(({ rel = "alternate", href }) => `${rel} ${href}`).toSorted(),
    entries: feed.entries?.map((entry) => ({
      id: entry.id,
      title: plain(entry.title),
      published: seconds(entry.published),
      updated: seconds(entry.updated),
      summary: plain(entry.summary),
      content: plain(entry.content),
      rights: plain(entry.rights),
      authors: entry.authors,
      categories: entry.categories?.map(({ term, scheme }) => ({ term, scheme })),
      links: entry.links?.map(({ rel = "alternate", href }) => `${rel} ${href}`),
    })),
  };
}

function readJson(text: string) {
  const {
    authors: _authors,
    hubs: _hubs,
    language: _language,
    favicon: _favicon,
    ...feed
  } = parseJsonFeed(text);
  return {
    ...feed,
    version: undefined,
    items: feed.items?.map(({ date_published, date_modified, ...item }) => ({
      ...item,
      date_published: seconds(date_published),
      date_modified: seconds(date_modified),
    })),
  };
}

describe("where `feed` is right, both say the same", () => {
  const { theirs, ours } = both(CHANNEL, ITEM, { ...ITEM, id: "https://quay.example/rain", title: "Rain" });

  test("in RSS", () => {
    expect(readRss(ours.rss2())).toEqual(readRss(theirs.rss2()));
  });

  test("in Atom", () => {
    expect(readAtom(ours.atom1())).toEqual(readAtom(theirs.atom1()));
  });

  test("in JSON Feed", () => {
    expect(readJson(ours.json1())).toEqual(readJson(theirs.json1()));
  });

  test("in the model: options, items, categories and contributors are held alike", () => {
    expect({ ...ours }).toEqual({ ...theirs });
  });
});

describe("where `feed` is wrong", () => {
  test.for(DIFFERENCES)("$name", ({ options, item, render, theirs: expected, ours: wanted }) => {
    const { theirs, ours } = both({ ...CHANNEL, ...options }, { ...ITEM, ...item });
    if (expected === "throws") expect(() => theirs[render]()).toThrow();
    else if (expected === "malformed") expect(() => parseXml(theirs[render]())).toThrow();
    else expect(theirs[render]()).toMatch(expected);
    const text = ours[render]();
    expect(text).toMatch(wanted);
    if (render !== "json1") parseXml(text);
  });

  test("without `updated` it asks the clock; ours takes the newest article", () => {
    const { updated: _, ...options } = CHANNEL;
    const { theirs, ours } = both(options, ITEM);
    expect(theirs.atom1()).not.toContain("<updated>2025-07-01T07:00:00.000Z</updated>\n    <generator>");
    expect(readAtom(ours.atom1()).updated).toBe(seconds("2025-07-01T07:00:00Z"));
  });

  test("image, audio and video overwrite each other; ours keeps them all", () => {
    const { theirs, ours } = both(CHANNEL, {
      ...ITEM,
      image: "https://quay.example/tea.jpg",
      audio: { url: "https://quay.example/tea.mp3", type: "audio/mpeg", length: 1 },
      video: { url: "https://quay.example/tea.mp4", type: "video/mp4", length: 2 },
    });
    const files = (text: string) => ["tea.jpg", "tea.mp3", "tea.mp4"].filter((name) => text.includes(name));
    expect(files(theirs.rss2())).not.toEqual(["tea.jpg", "tea.mp3", "tea.mp4"]);
    expect(files(ours.rss2())).toEqual(["tea.jpg", "tea.mp3", "tea.mp4"]);
  });

  test("rss2() changes its input; ours does not", () => {
    const audio = { url: "https://quay.example/tea.mp3", type: "audio/mpeg", length: 1, duration: 9 };
    const item = { ...ITEM, audio };
    const { theirs, ours } = both({ ...CHANNEL, podcast: true }, item);
    theirs.rss2();
    ours.rss2();
    expect(ours.items).toEqual([item]);
    expect(theirs.items).not.toEqual([item]);
  });
});
