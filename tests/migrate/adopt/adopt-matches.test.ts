import { describe, expect, test } from "vitest";
import type { Adopted } from "../../../src/article/adopted.ts";
import { NOTHING_ADOPTED } from "../../../src/article/adopted.ts";
import type { MatchedFeed } from "../../../src/migrate/adopt/adopt-matches.ts";
import { adoptMatches } from "../../../src/migrate/adopt/adopt-matches.ts";
import { adoptedText } from "../../../src/migrate/adopt/adopted-text.ts";
import type { KnownArticle } from "../../../src/migrate/adopt/known-article.ts";
import type { OldFeed, OldItem } from "../../../src/migrate/adopt/read-old-feed.ts";
import { readAdopted } from "../../../src/source/settings/read-adopted.ts";
import { FileProblems } from "../../../src/source/text/source-file.ts";
import { pathOf } from "../../ledger/source-at.ts";
import { articleBut, DAY_OF_TIDE, itemBut } from "./items.ts";

const ITEM = itemBut({
  id: "urn:1",
  link: "https://quay.example/2025/tide/",
  title: "The tide",
  published: DAY_OF_TIDE + 7,
});
const ENTRY = {
  path: pathOf("tide.md"),
  id: "urn:1",
  address: "/2025/tide/",
  published: DAY_OF_TIDE + 7,
  item: null,
  line: null,
};

function matched(
  taken: readonly (readonly [OldItem, KnownArticle])[],
  feed: Partial<OldFeed> = {},
): MatchedFeed {
  return {
    feed: {
      name: "feed",
      url: "https://quay.example/feed/",
      home: null,
      format: "rss",
      id: null,
      podcastGuid: null,
      lastModified: null,
      items: taken.map(([item]) => item),
      remarks: [],
      ...feed,
    },
    places: {
      pageAddress: (link) => new URL(link).pathname,
      feedPlace: (url) => ({ address: new URL(url).pathname, channel: null }),
    },
    taken: taken.map(([item, article]) => ({ item, article })),
  };
}

function adopt(feeds: readonly MatchedFeed[], before: Adopted = NOTHING_ADOPTED) {
  const { adopted, losses } = adoptMatches(feeds, before);
  return { articles: adopted.articles, feeds: adopted.feeds, losses };
}

const NO_LOSS = { otherIds: 0, withoutId: 0, published: 0 };

describe("an article takes over", () => {
  test("id, address and the second of its date", () => {
    expect(adopt([matched([[ITEM, articleBut()]])])).toMatchObject({ articles: [ENTRY], losses: [NO_LOSS] });
  });

  test.for<{ name: string; article: Partial<Omit<KnownArticle, "path">>; entry: object }>([
    { name: "no address that it has", article: { address: "/2025/tide/" }, entry: { address: null } },
    { name: "no date that it has", article: { published: DAY_OF_TIDE + 7 }, entry: { published: null } },
    { name: "no date days away from its own", article: { published: 0 }, entry: { published: null } },
    {
      name: "any date where it has none",
      article: { published: 0, isDated: false },
      entry: { published: DAY_OF_TIDE + 7 },
    },
    { name: "no id that is its own", article: { ownId: "urn:1", id: "urn:1" }, entry: { id: null } },
  ])("$name", ({ article, entry }) => {
    expect(adopt([matched([[ITEM, articleBut(article)]])]).articles).toEqual([{ ...ENTRY, ...entry }]);
  });

  test("nothing where it has all that", () => {
    const article = articleBut({
      address: "/2025/tide/",
      published: DAY_OF_TIDE + 7,
      ownId: "urn:1",
      id: "urn:1",
    });
    expect(adopt([matched([[ITEM, article]])])).toMatchObject({ articles: [], losses: [NO_LOSS] });
  });

  test("nothing where readers of this site know it by another id, which is counted", () => {
    const found = adopt([matched([[ITEM, articleBut({ isPublished: true })]])]);
    expect(found).toMatchObject({ articles: [], losses: [{ ...NO_LOSS, published: 1 }] });
  });

  test("its link as the id, where the item has none", () => {
    const found = adopt([matched([[{ ...ITEM, id: null }, articleBut()]])]);
    expect(found).toMatchObject({
      articles: [{ ...ENTRY, id: ITEM.link }],
      losses: [{ ...NO_LOSS, withoutId: 1 }],
    });
  });
});

describe("of ids that differ", () => {
  const other = { ...ITEM, id: "urn:atom:1" };

  test("that of the first feed counts, and the loss of the other is counted", () => {
    const found = adopt([
      matched([[ITEM, articleBut()]]),
      matched([[other, articleBut()]], { url: "https://quay.example/atom" }),
    ]);
    expect(found).toMatchObject({ articles: [ENTRY], losses: [NO_LOSS, { ...NO_LOSS, otherIds: 1 }] });
  });

  test("that of the front matter counts", () => {
    const found = adopt([matched([[ITEM, articleBut({ ownId: "own", id: "own" })]])]);
    expect(found).toMatchObject({
      articles: [{ ...ENTRY, id: null }],
      losses: [{ ...NO_LOSS, otherIds: 1 }],
    });
  });

  test("what stands in adopted.toml stays", () => {
    const before = { articles: [{ ...ENTRY, id: "mine" }], feeds: [] };
    const found = adopt([matched([[ITEM, articleBut({ id: "mine" })]])], before);
    expect(found).toMatchObject({ articles: before.articles, losses: [{ ...NO_LOSS, otherIds: 1 }] });
  });

  test("no id is given twice", () => {
    const second = articleBut({ path: "b.md", address: "/b", id: "b" });
    const found = adopt([
      matched([
        [ITEM, articleBut()],
        [{ ...ITEM, link: null }, second],
      ]),
    ]);
    expect(found.articles.map(({ id }) => id)).toEqual([null, "urn:1"]);
  });
});

describe("an item of RSS without an id", () => {
  const written = { link: "http://quay.example/2025/tide/", pubDate: "Fri, 09 May 2025 00:00:07 +0000" };
  const bare = { ...ITEM, id: null, written };
  const link = "https://quay.example/2025/tide/";

  test("goes on without one in its feed, and has its link for an id elsewhere", () => {
    const found = adopt([matched([[bare, articleBut()]])]);
    expect(found).toMatchObject({
      articles: [{ ...ENTRY, id: link, item: written }],
      feeds: [{ guids: false }],
      losses: [{ ...NO_LOSS, withoutId: 1 }],
    });
  });

  test("has an entry even where the folder says all the rest", () => {
    const own = { ownId: link, id: link, published: DAY_OF_TIDE + 7, address: "/2025/tide/" };
    const found = adopt([matched([[bare, articleBut(own)]])]);
    expect(found.articles).toEqual([{ ...ENTRY, address: null, published: null, id: link, item: written }]);
  });

  test("keeps the id that another feed has for it, and is bare in its own", () => {
    const found = adopt([
      matched([[ITEM, articleBut()]], { url: "https://quay.example/atom/", format: "atom" }),
      matched([[bare, articleBut()]]),
    ]);
    expect(found.articles).toEqual([{ ...ENTRY, item: written }]);
    expect(found.feeds.map(({ guids }) => guids)).toEqual([true, false]);
  });

  test("of an article that is published keeps its form alone", () => {
    const found = adopt([matched([[bare, articleBut({ isPublished: true })]])]);
    expect(found.articles).toEqual([
      { ...ENTRY, id: "tag:quay.example,2025:tide", address: null, published: null, item: written },
    ]);
    expect(found.losses).toMatchObject([{ published: 0 }]);
  });
});

test("a feed is remembered with its oldest item and its last change; a later look widens that", () => {
  const once = adopt([matched([[ITEM, articleBut()]], { id: "urn:feed", lastModified: 50 })]);
  const entry = {
    address: "/feed/",
    format: "rss",
    channel: null,
    id: "urn:feed",
    podcastGuid: null,
    guids: true,
    oldest: DAY_OF_TIDE + 7,
    lastModified: 50,
    line: null,
  };
  expect(once.feeds).toEqual([entry]);
  const older = { ...ITEM, published: 20 };
  const again = adopt([matched([[older, articleBut()]], { lastModified: 90 })], {
    articles: [],
    feeds: once.feeds,
  });
  expect(again.feeds).toEqual([{ ...entry, oldest: 20, lastModified: 90 }]);
});

test("what is written is read back as it was, whatever an id holds", () => {
  const articles = ['"quoted" \\ and ünïcode', "a\tb", "#7", "🦀"].map((id, index) => ({
    ...ENTRY,
    id,
    path: pathOf(`${index} "x".md`),
    address: `/a${index}`,
    item:
      index % 2 === 0
        ? null
        : { link: index === 1 ? "" : "http://quay.example/?p=1&q='x'", pubDate: " Mon, 9 Jun 25 " },
  }));
  const feeds = [
    {
      address: "/?feed=rss2&x='1'",
      format: "atom",
      channel: "/tags/x",
      id: "urn:f",
      podcastGuid: "11111111-2222-5333-8444-555555555555",
      guids: false,
      oldest: 5,
      lastModified: 6,
      line: null,
    },
  ] as const;
  const problems = new FileProblems("adopted.toml");
  const bytes = Buffer.from(adoptedText({ articles, feeds }));
  const read = readAdopted({ path: pathOf("adopted.toml"), bytes }, problems);
  expect(problems.list).toEqual([]);
  const unlined = <T extends object>(list: readonly T[]) => list.map((one) => ({ ...one, line: null }));
  expect({ articles: unlined(read.articles), feeds: unlined(read.feeds) }).toEqual({ articles, feeds });
});
