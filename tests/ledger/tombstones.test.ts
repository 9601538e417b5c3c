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
