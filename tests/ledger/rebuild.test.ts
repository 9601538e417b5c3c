import { describe, expect, test } from "vitest";
import { EMPTY_LEDGER } from "../../src/ledger/ledger.ts";
import type { Memory } from "../../src/ledger/memory.ts";
import { articleMemory, channelMemory, earlierMemory, siteMemory } from "../../src/ledger/memory.ts";
import { rebuildLedger } from "../../src/ledger/rebuild.ts";
import type { Beside } from "../../src/ledger/records/article-record.ts";
import { ledgerBut, recordBut } from "./records.ts";

/** A document as a store lists it. */
const documentAt = (key: string, memory: Memory | null = null, edition = 1000) => ({
  key,
  record: { digest: `digest of ${key}`, edition },
  memory,
});

test("a store without documents gives the ledger that is there before the first publication", () => {
  expect(rebuildLedger([])).toEqual(EMPTY_LEDGER);
});

test("a ledger comes back from the memories beside its documents, to the last field", () => {
  const articles = [
    recordBut({ ordinal: 0, earlier: ["/old/a0"], correction: { note: "noon", before: 2 } }),
    recordBut({ ordinal: 1, page: true }),
  ];
  const channels = [
    { kind: "tag" as const, name: "Water", slug: "water" },
    { kind: "author" as const, name: "A. Marsh", slug: "a-marsh" },
    { kind: "section" as const, name: "Sea", slug: "sea", gap: 3 },
  ];
  const site = ledgerBut({ leadingSections: ["sea"] });
  const documents = [
    ...articles.map((record) => documentAt(record.address, articleMemory(record))),
    documentAt("/old/a0", earlierMemory(recordBut({ ordinal: 0 }))),
    ...channels.map((channel, position) => documentAt(`/${channel.slug}`, channelMemory(channel, position))),
    documentAt("error/404", siteMemory(site)),
    documentAt("/rss.xml"),
  ];
  expect(rebuildLedger(documents)).toStrictEqual({
    ...site,
    articles,
    channels,
    documents: new Map(documents.map(({ key, record }) => [key, record])),
  });
});

test("the edition is the newest that a document has", () => {
  const documents = [
    documentAt("/a", null, 2000),
    documentAt("/b", null, 3000),
    documentAt("/c", null, 1000),
  ];
  expect(rebuildLedger(documents).edition).toBe(3000);
});

test("channels stand in the order in which they were first published, whatever the order of documents", () => {
  const named = (name: string, position: number) =>
    documentAt(`/${name}`, channelMemory({ kind: "tag", name, slug: name }, position));
  const { channels } = rebuildLedger([named("b", 1), named("c", 2), named("a", 0)]);
  expect(channels.map(({ name }) => name)).toEqual(["a", "b", "c"]);
});

test("articles stand by ordinal; an ordinal that no document tells of is closed up", () => {
  const page = (ordinal: number) => {
    const record = recordBut({ ordinal });
    return documentAt(record.address, articleMemory(record));
  };
  const { articles } = rebuildLedger([page(7), page(0), page(3)]);
  expect([...articles].map(({ ordinal, slug }) => [ordinal, slug])).toEqual([
    [0, "a0"],
    [1, "a3"],
    [2, "a7"],
  ]);
});

test("what stands beside an article is found again where ordinals close up", () => {
  const page = (ordinal: number, beside: Beside) => {
    const record = recordBut({ ordinal, beside });
    return documentAt(record.address, articleMemory(record));
  };
  const { articles } = rebuildLedger([page(0, [0]), page(3, [1, 3]), page(7, [4, 5, 7])]);
  expect([...articles].map(({ beside }) => beside)).toEqual([[0], [0, 1], [1, 2]]);
});

describe("earlier addresses", () => {
  const record = recordBut({ ordinal: 4 });
  const page = documentAt(record.address, articleMemory(record), 9000);
  const earlier = (key: string, edition: number) => documentAt(key, earlierMemory(record), edition);
  const order = (...documents: readonly ReturnType<typeof documentAt>[]) =>
    [...rebuildLedger(documents).articles].map((article) => article.earlier);

  test("follow by the edition that made them, oldest first", () => {
    expect(order(page, earlier("/a", 3000), earlier("/b", 1000), earlier("/c", 2000))).toEqual([
      ["/b", "/c", "/a"],
    ]);
  });

  test("of one edition follow by their names, so that the order of a store does not matter", () => {
    expect(order(page, earlier("/b", 1000), earlier("/c", 1000), earlier("/a", 1000))).toEqual([
      ["/a", "/b", "/c"],
    ]);
  });

  test("lead to their own article, also where ordinals close up", () => {
    const other = recordBut({ ordinal: 5 });
    const documents = [
      documentAt(other.address, articleMemory(other)),
      documentAt("/old/a5", earlierMemory(other)),
      earlier("/old/a4", 1000),
      page,
    ];
    expect(order(...documents)).toEqual([["/old/a4"], ["/old/a5"]]);
  });

  test("of an article that is lost lead nowhere", () => {
    expect(rebuildLedger([earlier("/old/a4", 1000)]).articles).toEqual([]);
  });
});
