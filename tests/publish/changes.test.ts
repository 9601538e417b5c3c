import { expect, test } from "vitest";
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
    before.articles[0] ?? recordBut({ ordinal: 0 }),
    renewed(1, { digest: "another" }),
    renewed(2, { digest: "another", correction: { note: "n", before: 8 } }),
    renewed(3, { address: "/articles/elsewhere" }),
    renewed(4, { deleted: 2000 }),
    renewed(5, {}),
    before.articles[6] ?? recordBut({ ordinal: 6 }),
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
