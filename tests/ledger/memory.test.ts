import { describe, expect, test } from "vitest";
import {
  articleMemory,
  channelMemory,
  decodeMemory,
  earlierMemory,
  siteMemory,
} from "../../src/ledger/memory.ts";
import { rebuildLedger } from "../../src/ledger/rebuild.ts";
import { recordBut } from "./records.ts";

const ID = "tag:quay.example,2025:a0";
const ROW = ["article", 0, "a0.md", ID, "a0", 1000, 1000, 1000, "digest of a0", 1000, null, null];

/** What is read back from beside a page. */
function remembered(memory: unknown) {
  const decoded = decodeMemory(JSON.parse(JSON.stringify(memory)));
  if (decoded === null) throw new TypeError("no memory");
  const document = { key: "/articles/a0", record: { digest: "of a page", edition: 1000 }, memory: decoded };
  return rebuildLedger([document]).articles;
}

describe("what stands beside a page", () => {
  test.for([
    { name: "an article", record: recordBut({ ordinal: 0 }) },
    { name: "a corrected one", record: recordBut({ ordinal: 0, correction: { note: "abc", before: 3 } }) },
    { name: "a deleted one", record: recordBut({ ordinal: 0, deleted: 2000 }) },
    { name: "a standing page", record: recordBut({ ordinal: 0, page: true }) },
    { name: "one beside which nothing stands", record: recordBut({ ordinal: 0, beside: [0] }) },
    { name: "one in a channel", record: recordBut({ ordinal: 0, joined: [2, [3, 4, 5]], beside: [0] }) },
    { name: "one in a channel of before", record: recordBut({ ordinal: 0, joined: [2, [3, 4, 5]] }) },
    { name: "a page in a channel of before", record: recordBut({ ordinal: 0, page: true, joined: [2] }) },
  ])("tells of $name to the last field", ({ record }) => {
    expect(remembered(articleMemory(record))).toEqual([record]);
  });

  test("is read as it was written before pages were told from articles", () => {
    expect(remembered(ROW)).toEqual([recordBut({ ordinal: 0 })]);
    expect(articleMemory(recordBut({ ordinal: 0 }))).toEqual(ROW);
  });

  test("tells what stands beside an article, but where names are so long that all might be lost", () => {
    const record = recordBut({ ordinal: 9, beside: [1, 6, 8] });
    expect(articleMemory(record)).toEqual([...articleMemory(recordBut({ ordinal: 9 })), 0, null, [1, 6, 8]]);
    const long = { ...record, slug: "a".repeat(600) };
    const { beside: _, ...without } = long;
    expect(articleMemory(long)).toEqual(articleMemory(without));
  });

  test("tells all that fits into 700 bytes", () => {
    const named = (length: number) => recordBut({ ordinal: 9, beside: [1], slug: "a".repeat(length) });
    const room = 700 - JSON.stringify(articleMemory(named(1))).length + 1;
    expect(articleMemory(named(room)).at(-1)).toEqual([1]);
    expect(articleMemory(named(room + 1)).at(-1)).not.toEqual([1]);
  });

  test.for([
    { name: "an earlier address", memory: earlierMemory(recordBut({ ordinal: 4 })), row: ["earlier", 4] },
    {
      name: "the site",
      memory: siteMemory({ authority: "quay.example,2025", windowSize: 20, permalink: "/{slug}" }),
      row: ["site", "quay.example,2025", 20, "/{slug}"],
    },
    {
      name: "the site before the first publication",
      memory: siteMemory({ authority: null, windowSize: null, permalink: null }),
      row: ["site", null, null, null],
    },
    {
      name: "the site with the sections in the head of its pages",
      memory: siteMemory({ authority: null, windowSize: 20, permalink: null, leadingSections: ["sea"] }),
      row: ["site", null, 20, null, ["sea"]],
    },
    {
      name: "a channel that stood before it had archives",
      memory: channelMemory({ kind: "section", name: "Sea", slug: "sea", gap: 7 }, 0),
      row: ["channel", 0, "section", "Sea", "sea", 7],
    },
    {
      name: "a channel",
      memory: channelMemory({ kind: "tag", name: "C++", slug: "c-2" }, 3),
      row: ["channel", 3, "tag", "C++", "c-2"],
    },
  ])("is a row that stores remember: $name", ({ memory, row }) => {
    expect(memory).toEqual(row);
    expect(decodeMemory(row)).toEqual(row);
  });

  test.for([
    { name: "an article with a field more", stored: ["article", ...Array(13).fill(0)] },
    { name: "an earlier address with a field more", stored: ["earlier", 4, 5] },
    { name: "a site with a field less", stored: ["site", null, null] },
    { name: "a channel with a field less", stored: ["channel", 3, "tag", "C++"] },
    { name: "an article whose ordinal is a text", stored: ["article", "0", ...ROW.slice(2)] },
    { name: "an article without an id", stored: [...ROW.slice(0, 3), " ", ...ROW.slice(4)] },
    { name: "an article with half a correction", stored: [...ROW.slice(0, 11), ["abc"]] },
    { name: "an article that is a page twice", stored: [...ROW, 2] },
    { name: "an article beside which half an article stands", stored: [...ROW, 0, null, [1.5]] },
    { name: "an article with an empty row of what stands beside it", stored: [...ROW, 0, null, []] },
    { name: "a channel of no kind", stored: ["channel", 3, "planet", "C++", "c-2"] },
    { name: "a site with a window of nothing", stored: ["site", null, 0, null] },
    { name: "an empty row", stored: [] },
    { name: "nothing", stored: null },
    { name: "a row with too few fields", stored: ["article", 0, "a0.md"] },
    { name: "a row of another kind", stored: ["author", 0] },
    { name: "a name that every object has", stored: ["constructor", 0] },
    { name: "no row", stored: { article: 0 } },
  ])("$name is no memory", ({ stored }) => {
    expect(decodeMemory(stored)).toBeNull();
  });
});
