import { expect, test } from "vitest";
import { tombstonesOf } from "../../src/ledger/tombstones.ts";
import { records } from "./records.ts";

test("the newest deletions come first, as many as are asked for, however old they are", () => {
  const all = records(5, {
    0: { deleted: 3000 },
    1: { deleted: 2000 },
    3: { deleted: 3000 },
    4: { deleted: 1 },
  });
  expect(tombstonesOf(all, 3).map(({ address, deleted }) => [address, deleted])).toEqual([
    ["/articles/a3", 3000],
    ["/articles/a0", 3000],
    ["/articles/a1", 2000],
  ]);
  expect(tombstonesOf(records(3), 3)).toEqual([]);
});

test("a page that no feed has named takes no room among them", () => {
  const all = records(3, { 0: { deleted: 1000 }, 1: { deleted: 3000, page: true }, 2: { deleted: 2000 } });
  expect(tombstonesOf(all, 2).map(({ address }) => address)).toEqual(["/articles/a2", "/articles/a0"]);
});
