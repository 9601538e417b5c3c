import { expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import { Sum } from "../../src/article/sum.ts";
import { articleId } from "../../src/article/values.ts";
import type { Channel } from "../../src/render/channels/channel.ts";
import type { FeedDocument } from "../../src/render/feeds/feed-documents.ts";
import { feedSum } from "../../src/render/site-output.ts";
import type { Surroundings } from "../../src/render/surroundings.ts";
import { articleBut, must } from "../bake/values.ts";

const channel = { id: "sea" } as Channel;
const [tide, lock] = ["tide", "lock"].map((fingerprint) => articleBut({ fingerprint }));
const self = { rss: "/rss.xml", atom: "/atom.xml", json: "/feed.json" };
const site = {
  around: {
    ofChannel: ({ id }: Channel) => new Sum().text(id),
    addArticles: (all: readonly Article[], sum: Sum) => {
      for (const { fingerprint } of all) sum.text(fingerprint);
    },
  } as Partial<Surroundings> as Surroundings,
};
const articles = [tide, lock].flatMap((one) => one ?? []);
const feed: FeedDocument = { channel, self, paging: { kind: "complete" }, articles, tombstones: [] };
const paging = { kind: "archive", current: self, previous: null, next: null } as const;
const archive: FeedDocument = { ...feed, paging, window: { number: 2, previous: 1, next: 3 } };
const id = must(articleId("tag:quay.example,2025:tide"), "id");

test.for<{ name: string; document: FeedDocument; of?: FeedDocument }>([
  { name: "its channel", document: { ...feed, channel: { ...channel, id: "town" } } },
  { name: "where it stands", document: { ...feed, self: { ...self, json: "/old.json" } } },
  { name: "whether it is whole", document: { ...feed, paging: { kind: "open" } } },
  { name: "its articles", document: { ...feed, articles: articles.slice(1) } },
  { name: "the order of its articles", document: { ...feed, articles: articles.toReversed() } },
  { name: "what was deleted", document: { ...feed, tombstones: [{ id, address: "/tide", deleted: 1000 }] } },
  {
    name: "how its items were written before",
    document: { ...feed, written: new Map(articles.map((one) => [one, { link: "/a", pubDate: "b" }])) },
  },
  {
    name: "which window it is",
    document: { ...archive, window: { number: 3, previous: 1, next: 3 } },
    of: archive,
  },
  {
    name: "the window before",
    document: { ...archive, window: { number: 2, previous: null, next: 3 } },
    of: archive,
  },
  {
    name: "the window after",
    document: { ...archive, window: { number: 2, previous: 1, next: null } },
    of: archive,
  },
])("what a feed is made from tells $name", ({ document, of = feed }) => {
  const sumOf = (one: FeedDocument) => new Sum().add(feedSum(one, site)).read();
  expect(sumOf({ ...of })).toEqual(sumOf(of));
  expect(sumOf(document)).not.toEqual(sumOf(of));
});
