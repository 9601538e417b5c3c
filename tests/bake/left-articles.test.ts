import { describe, expect, test } from "vitest";
import { recordBut } from "../ledger/records.ts";
import type { Case } from "./kept-site.ts";
import { keptOf } from "./kept-site.ts";

const before = [
  recordBut({ ordinal: 0, published: 1000 }),
  recordBut({ ordinal: 1, published: 2000 }),
  recordBut({ ordinal: 2, published: 3000, deleted: 4000 }),
  recordBut({ ordinal: 3, published: 5000 }),
];
const leftIn = (given: Case) =>
  keptOf({ before, records: before, ...given }).kept.left.map(({ ordinal }) => ordinal);

describe("articles that were there before and do not stay", () => {
  test("are those that are told anew, but for such as were gone before", () => {
    expect(leftIn({ stays: [0, 3] })).toEqual([1]);
    expect(leftIn({ stays: [] })).toEqual([0, 1, 3]);
    expect(leftIn({ stays: [0, 1, 3] })).toEqual([]);
  });

  test("are those that went, too, and none that is new or came back", () => {
    const records = [
      ...before.map((one) => ({ ...one, deleted: one.ordinal === 3 ? 6000 : null })),
      recordBut({ ordinal: 4 }),
    ];
    expect(leftIn({ records, stays: [0] })).toEqual([1, 3]);
  });

  test("are told as they were", () => {
    const records = before.map((one) => ({ ...one, published: 9000 }));
    const { left } = keptOf({ before, records, stays: [0, 3] }).kept;
    expect(left).toMatchObject([{ ordinal: 1, published: 2000 }]);
  });

  test("are not asked for where nothing stays", () => {
    expect(leftIn({ around: "1 -2 4" })).toEqual([]);
    expect(leftIn({ isKnown: false })).toEqual([]);
  });
});

describe("where the site may have a document of its own", () => {
  const [own = "", ...others] = [
    "/dates/2025/06",
    "/archive/7/rss.xml",
    "/tags/sea/archive/2",
    "/sitemap/1.xml",
    "/rss.xml",
  ];
  const standing = (address: string) => before.map((one) => (one.ordinal === 1 ? { ...one, address } : one));
  const keptIn = (given: Case) => {
    const { isArticle, isPage } = keptOf(given).kept;
    return [0, 1, 2, 3].map((ordinal) => [isArticle(ordinal), isPage(ordinal)]);
  };
  const [yes, no] = [
    [true, true],
    [false, false],
  ];

  test.for([own, ...others])("nothing stays when an article leaves %s", (address) => {
    const records = standing(address);
    expect(keptIn({ records, stays: [0, 3] })).toEqual([no, no, no, no]);
    expect(keptIn({ records: before, before: records, stays: [0, 3] })).toEqual([no, no, no, no]);
  });

  test("nothing stays beside an article that stays there, and all beside one that was gone before", () => {
    expect(keptIn({ records: standing(own), stays: [0, 1, 3] })).toEqual([no, no, no, no]);
    const gone = before.map((one) => (one.ordinal === 2 ? { ...one, address: own } : one));
    expect(keptIn({ records: gone, stays: [0, 1, 3] })).toEqual([yes, yes, no, yes]);
  });

  test("all others stay where an article leaves any other address", () => {
    expect(keptIn({ records: standing("/dates-of-the-harbour"), stays: [0, 3] })).toEqual([yes, no, no, yes]);
  });
});
