import { describe, expect, test } from "vitest";
import type { Article } from "../../src/article/article.ts";
import type { Windows } from "../../src/article/windows.ts";
import { keptParts } from "../../src/bake/kept-parts.ts";
import { SeenDocuments } from "../../src/bake/seen-documents.ts";
import { recordBut } from "../ledger/records.ts";
import { AROUND, keptOf } from "./kept-site.ts";

describe("an article", () => {
  const records = [
    recordBut({ ordinal: 0, beside: [0] }),
    recordBut({ ordinal: 1, beside: [1] }),
    recordBut({ ordinal: 2, beside: [1, 2] }),
    recordBut({ ordinal: 3, beside: [0, 2] }),
    recordBut({ ordinal: 4 }),
  ];
  const all = [0, 1, 2, 3, 4, 5];

  test.for([
    { stays: [0, 1, 2, 3, 4], pages: [0, 1, 2, 3, 4] },
    { stays: [1, 2, 3, 4], pages: [3, 4] },
    { stays: [0, 2, 3, 4], pages: [0, 4] },
    { stays: [0, 1, 3], pages: [0, 1, 3] },
    { stays: [], pages: [] },
  ])(
    "stays in all that shows it alone, of $stays, and its page where all beside it does",
    ({ stays, pages }) => {
      const { kept } = keptOf({ records, stays });
      expect(all.filter(kept.isArticle)).toEqual(stays);
      expect(all.filter(kept.isPage)).toEqual(pages);
    },
  );

  test("has a page that stays whoever comes after it, which stands beside none", () => {
    const broken = [recordBut({ ordinal: 0, beside: [0, -1] }), recordBut({ ordinal: 1, beside: [-1] })];
    expect(all.filter(keptOf({ records: broken, stays: [0] }).kept.isPage)).toEqual([0]);
  });

  test("has a page that is looked at where nothing is known of it", () => {
    expect(all.filter(keptOf({ records: records.slice(0, 1), stays: [0, 1] }).kept.isPage)).toEqual([0]);
  });
});

describe("nothing stays", () => {
  const site = { records: [recordBut({ ordinal: 0 })], stays: [0], archives: { "/1": 1 } };
  const windows: Windows<Article> = {
    subscription: [],
    previous: 1,
    archive: (number) => ({ number, articles: [], previous: null, next: null }),
    membersOf: () => Int32Array.of(0),
  };
  const staying = ({ kept }: ReturnType<typeof keptOf>) => [
    kept.isArticle(0),
    kept.isPage(0),
    kept.isArchive(windows, (number) => [`/${number}`])(1),
  ];

  test("where pages have something else around them, or had nothing that is known", () => {
    expect(staying(keptOf(site))).toEqual([true, true, true]);
    for (const around of ["1 -2 4", "1 2 3", "0 -2 3", null]) {
      expect(staying(keptOf({ ...site, around }))).toEqual([false, false, false]);
    }
  });

  test("where nothing is known of before", () => {
    expect(staying(keptOf({ ...site, isKnown: false }))).toEqual([false, false, false]);
    const { bake, seen } = keptOf(site);
    const { remembered: _, ...input } = bake.input;
    expect(keptParts({ ...bake, input }, seen)(AROUND).isPage(0)).toBe(false);
  });

  test("and what pages have around them is noted all the same, once it is found out", () => {
    for (const isKnown of [true, false]) expect(keptOf({ ...site, isKnown }).seen.around).toBe("1 -2 3");
    const { bake } = keptOf(site);
    const seen = new SeenDocuments([]);
    keptParts(bake, seen);
    expect(seen.around).toBeNull();
  });
});
