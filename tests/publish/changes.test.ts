import { describe, expect, test } from "vitest";
import { changesBetween } from "../../src/publish/changes.ts";
import { ledgerBut, recordBut, records } from "../ledger/records.ts";

test("each article is new, changed, corrected, moved, back, gone or kept", () => {
  const before = ledgerBut({ articles: records(8, { 5: { deleted: 1500 }, 6: { deleted: 1500 } }) });
  const renewed = (ordinal: number, fields: object) => ({
    ...recordBut({ ordinal }),
    edition: 2000,
    ...fields,
  });
  const articles = [
    before.articles.at(0) ?? recordBut({ ordinal: 0 }),
    renewed(1, { digest: "another" }),
    renewed(2, { digest: "another", correction: { note: "n", before: 8 } }),
    renewed(3, { address: "/articles/elsewhere" }),
    renewed(4, { deleted: 2000 }),
    renewed(5, {}),
    before.articles.at(6) ?? recordBut({ ordinal: 6 }),
    renewed(7, { digest: "another", address: "/articles/elsewhere-2" }),
    recordBut({ ordinal: 8 }),
  ];
  const { moved, kept, ...lists } = changesBetween(before, ledgerBut({ articles }));
  const ordinals = Object.entries(lists).map(([kind, list]) => [kind, list.map(({ ordinal }) => ordinal)]);
  expect(Object.fromEntries(ordinals)).toEqual({
    new: [8],
    changed: [1, 7],
    corrected: [2],
    back: [5],
    gone: [4],
  });
  expect(moved.map((move) => [move.before.address, move.record.address])).toEqual([
    ["/articles/a3", "/articles/elsewhere"],
    ["/articles/a7", "/articles/elsewhere-2"],
  ]);
  expect(kept).toBe(1);
});

describe("one article", () => {
  const correction = { note: "n", before: 8 };
  const before = recordBut({ ordinal: 0 });
  /** The lists that the article stands in. */
  const listsOf = (old: object | null, next: object) => {
    const { kept, ...lists } = changesBetween(
      ledgerBut({ articles: old === null ? [] : [{ ...before, ...old }] }),
      ledgerBut({ articles: [{ ...before, ...next }] }),
    );
    expect(kept).toBe(0);
    return Object.entries(lists).flatMap(([kind, list]) => (list.length > 0 ? [kind] : []));
  };

  test.for([
    { name: "that is moved on the disk", old: {}, next: { path: "else.md" }, lists: ["moved"] },
    { name: "that is moved in the site", old: {}, next: { address: "/else" }, lists: ["moved"] },
    { name: "with another text", old: {}, next: { digest: "other" }, lists: ["changed"] },
    { name: "with another date only", old: {}, next: { updated: 2000 }, lists: ["changed"] },
    { name: "with a first correction", old: {}, next: { correction }, lists: ["corrected"] },
    {
      name: "with another correction",
      old: { correction },
      next: { correction: { ...correction, note: "m" } },
      lists: ["corrected"],
    },
    {
      name: "with the correction that it had",
      old: { correction },
      next: { correction, digest: "other" },
      lists: ["changed"],
    },
    { name: "whose correction was taken out", old: { correction }, next: {}, lists: ["changed"] },
    {
      name: "that is moved and corrected",
      old: {},
      next: { path: "else.md", correction },
      lists: ["corrected", "moved"],
    },
    { name: "that is gone", old: {}, next: { deleted: 2000 }, lists: ["gone"] },
    { name: "that was gone before", old: { deleted: 1500 }, next: { deleted: 1500 }, lists: [] },
    { name: "that nobody saw before it was gone", old: null, next: { deleted: 2000 }, lists: [] },
  ])("$name is $lists", ({ old, next, lists }) => {
    expect(listsOf(old, next)).toEqual(lists);
  });
});

describe("an article beside which something stands for the first time", () => {
  const before = recordBut({ ordinal: 0 });
  const beside = [1] as const;
  test.for([
    { name: "is kept where that is all", old: {}, next: {}, kept: 1 },
    { name: "is changed where it has another edition", old: {}, next: { edition: 2000 }, kept: 0 },
    {
      name: "is changed where something else stood there",
      old: { beside: [2] as const },
      next: {},
      kept: 0,
    },
    { name: "is back where it was deleted", old: { deleted: 1500 }, next: { edition: 2000 }, kept: 0 },
  ])("$name", ({ old, next, kept }) => {
    const ledgers = [
      { ...before, ...old },
      { ...before, beside, ...next },
    ].map((record) => ledgerBut({ articles: [record] }));
    expect(changesBetween(ledgers[0] ?? ledgerBut({}), ledgers[1] ?? ledgerBut({})).kept).toBe(kept);
  });
});
