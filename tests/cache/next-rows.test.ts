import fc from "fast-check";
import { expect, test } from "vitest";
import { compareInFolder } from "../../src/article/folder-order.ts";
import { NextRows } from "../../src/cache/next-rows.ts";
import { inFolderOrder } from "../../src/cache/path-rows.ts";
import type { Rows } from "./path-rows.ts";
import { expectSame, PATHS, rowsOf, table } from "./path-rows.ts";

/** What rows become in a bake: of some paths they stay, of some they are others. */
const round = fc.record({
  fate: fc.array(fc.constantFrom("stays", "goes", "becomes")),
  value: fc.nat(),
  amends: fc.boolean(),
});

test("what rows become is what a map would, bake after bake, as it is written beside them or anew", () => {
  fc.assert(
    fc.property(table, fc.array(round, { maxLength: 5 }), (first, rounds) => {
      let rows = rowsOf(first);
      let said: Rows = first;
      for (const { fate, value, amends } of rounds) {
        const stays = new Uint8Array(rows.length);
        const others = new Map<string, number>();
        const expected = new Map<string, number>();
        for (const [at, path] of PATHS.entries()) {
          const [known, becomes] = [said.get(path), fate[at] ?? "stays"];
          if (becomes === "becomes") others.set(path, value + at);
          if (becomes === "stays" && known !== undefined) stays[rows.rowOf(path)] = 1;
          const now = becomes === "becomes" ? value + at : becomes === "stays" ? known : undefined;
          if (now !== undefined) expected.set(path, now);
        }
        const next = new NextRows(rows, stays, others);
        expect(next.size).toBe(expected.size);
        expect(PATHS.map((path) => next.get(path))).toEqual(PATHS.map((path) => expected.get(path)));
        expect([...next.entries()].sort()).toEqual([...expected].sort());
        const gone = [...said.keys()].filter((path) => !expected.has(path));
        expect([...next.changed].sort()).toEqual([...gone, ...others.keys()].sort());
        if (amends) rows.amend(gone, others);
        else rows = rowsOf(new Map(inFolderOrder(next)));
        said = expected;
        expectSame(rows, said, []);
      }
    }),
  );
});

test("rows are written in the order of the folder, whatever order they have, and are not copied where it is that", () => {
  const inOrder = new Map(PATHS.map((path, at) => [path, at]));
  expect([...inFolderOrder(inOrder)]).toEqual([...inOrder]);
  expect(inFolderOrder(inOrder)).not.toBeInstanceOf(Array);
  fc.assert(
    fc.property(fc.shuffledSubarray(PATHS), (paths) => {
      const shuffled = new Map(paths.map((path) => [path, PATHS.indexOf(path)]));
      const sorted = paths.toSorted(compareInFolder).map((path) => [path, PATHS.indexOf(path)]);
      expect([...inFolderOrder(shuffled)]).toEqual(sorted);
    }),
  );
});
