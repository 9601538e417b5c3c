import { describe, expect, test } from "vitest";
import { endedFeeds, otherFeeds } from "../../src/bake/old-feeds/ended-feeds.ts";
import type { OldFeedEntry } from "../../src/bake/old-feeds/old-feed-entries.ts";
import { entriesOf } from "./old-entries.ts";

const CHANNELS = [
  { kind: "section", name: "Sea", slug: "sea" },
  { kind: "tag", name: "Sea", slug: "sea" },
  { kind: "tag", name: "Ebb", slug: "ebb" },
  { kind: "author", name: "Ada", slug: "ada" },
  { kind: "language", name: "de", slug: "de" },
] as const;

describe("feeds of comments are gone", () => {
  test.for([
    "/feed",
    "/feed/",
    "/blog/feed/",
    "/feed/rss",
    "/feed/rss/",
    "/feed/rss2/",
    "/feed/rdf",
    "/feed/atom",
    "/?feed=atom",
    "/?a=b&feed=rss2",
  ])("where the old site was WordPress: %s", (address) => {
    expect(endedFeeds(entriesOf({ address }))).toContain("/comments/feed/");
    expect(endedFeeds(entriesOf({ address: "/index.xml" }, { address }))).toContain("/comments/feed/");
  });

  test.for([
    "/feed.xml",
    "/feeds",
    "/feed/rss3/",
    "/feed/atom/more",
    "/feed/a",
    "/?newsfeed=atom",
    "/index.xml",
  ])("nowhere where nothing tells that: %s", (address) => {
    expect(endedFeeds(entriesOf({ address }))).toEqual([]);
  });

  test("where the old site was Blogger", () => {
    const blogger = ["/feeds/comments/default", "/feeds/:post/comments/default"];
    expect(endedFeeds(entriesOf({ address: "/feeds/posts/default" }))).toEqual(blogger);
    expect(endedFeeds(entriesOf({ address: "/x" }, { address: "/feeds/posts/default" }))).toEqual(blogger);
    expect(endedFeeds(entriesOf({ address: "/my/feeds/posts" }))).toEqual([]);
  });
});

describe("the other feeds of WordPress lead", () => {
  const wordpress = { address: "/feed/" };
  const led = (...served: readonly Partial<OldFeedEntry>[]) =>
    otherFeeds(entriesOf({ address: "/x" }, wordpress), entriesOf(...served), CHANNELS);

  test("those of the whole site to ours", () => {
    expect([...led()].slice(0, 8)).toEqual([
      ["/?feed=rss2", "/rss.xml"],
      ["/?feed=rss", "/rss.xml"],
      ["/?feed=rdf", "/rss.xml"],
      ["/?feed=atom", "/atom.xml"],
      ["/feed/rss2/", "/rss.xml"],
      ["/feed/rss/", "/rss.xml"],
      ["/feed/rdf/", "/rss.xml"],
      ["/feed/atom/", "/atom.xml"],
    ]);
  });

  test("those of the whole site to the old one of that format that goes on", () => {
    const found = led(
      { address: "/ebb/feed/", format: "rss", channel: "/tags/ebb" },
      { address: "/old.atom", format: "atom" },
      { address: "/old.rss", format: "rss" },
    );
    expect([found.get("/?feed=rss"), found.get("/?feed=atom")]).toEqual(["/old.rss", "/old.atom"]);
  });

  test("those of categories, tags and authors to ours, a category first to the section of its name", () => {
    expect([...led()].slice(8)).toEqual([
      ["/category/sea/feed/", "/sections/sea/rss.xml"],
      ["/category/ebb/feed/", "/tags/ebb/rss.xml"],
      ["/tag/sea/feed/", "/tags/sea/rss.xml"],
      ["/tag/ebb/feed/", "/tags/ebb/rss.xml"],
      ["/author/ada/feed/", "/authors/ada/rss.xml"],
    ]);
  });

  test("nowhere where the old site was none", () => {
    expect(otherFeeds(entriesOf({ address: "/index.xml" }), [], CHANNELS).size).toBe(0);
  });
});
