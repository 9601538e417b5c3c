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
  const aroundIn = (given: Case) => keptOf(given).seen.around;

  test.for([own, ...others])("nothing stays the next time where an article comes to %s", (address) => {
    expect(aroundIn({ records: standing(address), before, stays: [0, 3] })).toBeNull();
    expect(aroundIn({ records: before, before: standing(address), stays: [0, 3] })).toBe("1 -2 3");
  });

  test("nor where one stands there, of which nothing was known; all others were asked for before", () => {
    const records = standing(own);
    expect(aroundIn({ records, around: null })).toBeNull();
    expect(aroundIn({ records, isKnown: false })).toBeNull();
    expect(aroundIn({ records, around: "1 -2 4" })).toBeNull();
    expect(aroundIn({ records, stays: [0, 1, 3] })).toBe("1 -2 3");
  });

  test("one that is gone does not stand there, nor does one at any other address", () => {
    const gone = before.map((one) => (one.ordinal === 2 ? { ...one, address: own } : one));
    expect(aroundIn({ records: gone, around: null })).toBe("1 -2 3");
    expect(aroundIn({ records: standing("/dates-of-the-harbour"), around: null })).toBe("1 -2 3");
  });
});
