import { expect, test } from "vitest";
import { memoriesOf, pastAddresses } from "../../src/bake/memories.ts";
import { articleMemory } from "../../src/ledger/memory.ts";
import { records } from "../ledger/records.ts";

const articles = records(3, { 1: { earlier: ["/was-a1", "/was-a1-too"] }, 2: { deleted: 2000, page: true } });
const site = { authority: "quay.example,2025", windowSize: 20, permalink: "/articles/{slug}" };
const channels = [
  { kind: "tag", name: "Sea", slug: "sea" },
  { kind: "author", name: "Ada Marsh", slug: "ada-marsh" },
] as const;
const [first, moved, gone] = articles.map(articleMemory);

test.for([
  { key: "/articles/a0", ordinal: 0, memory: first },
  { key: "/articles/a1", ordinal: 1, memory: moved },
  { key: "/articles/a2", memory: gone },
  { key: "/was-a1", memory: ["earlier", 1] },
  { key: "/was-a1-too", memory: ["earlier", 1] },
  { key: "error/404", memory: ["site", "quay.example,2025", 20, "/articles/{slug}"] },
  { key: "/tags/sea", memory: ["channel", 0, "tag", "Sea", "sea"] },
  { key: "/authors/ada-marsh", memory: ["channel", 1, "author", "Ada Marsh", "ada-marsh"] },
  { key: "/tags/sea/rss.xml", memory: null },
  { key: "/rss.xml", memory: null },
  { key: "/was-a1", ordinal: 0, memory: ["earlier", 1] },
])("beside $key is remembered $memory", ({ key, ordinal, memory }) => {
  const article = ordinal === undefined ? ordinal : { ordinal };
  expect(memoriesOf(articles, pastAddresses(articles), channels, site)(key, article)).toEqual(memory);
});
