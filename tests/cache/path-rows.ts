import fc from "fast-check";
import { expect } from "vitest";
import { compareInFolder } from "../../src/article/folder-order.ts";
import { RowsByPath } from "../../src/cache/rows-by-path.ts";

/** Paths in the order of the folder, in which files stand between folders of names like theirs. */
export const PATHS = [
  "a/b/c.md",
  "a/b.md",
  "a.md",
  "a b/c.md",
  "ab/c.md",
  "b.md",
  "b/a.md",
  "c/d.md",
  "é.md",
].sort(compareInFolder);

/** Rows as a map has them. */
export type Rows = ReadonlyMap<string, number>;

/** A path, some rows as they come, and a table of rows. */
export const path = fc.constantFrom(...PATHS);
export const someRows = fc.uniqueArray(fc.tuple(path, fc.nat()), { selector: ([one]) => one, maxLength: 6 });
export const table = someRows.map(
  (rows): Rows => new Map(rows.toSorted(([a], [b]) => compareInFolder(a, b))),
);

/** Rows as they lie in a table. */
export function rowsOf(rows: Rows): RowsByPath<number> {
  const all = [...rows];
  return new RowsByPath([...rows.keys()], (row) => all[row]?.[1] ?? -1);
}

/** What is said of rows, whichever way it is asked for. */
export function expectSame(rows: RowsByPath<number>, said: Rows, asked: readonly string[]): void {
  expect(rows.size).toBe(said.size);
  expect([...rows.entries()].sort()).toEqual([...said].sort());
  for (const path of [...PATHS, ...asked, ...PATHS.toReversed()]) {
    const row = rows.rowOf(path);
    expect(row >= 0, path).toBe(said.has(path));
    expect(rows.get(path), path).toBe(said.get(path));
    if (row >= 0) {
      expect([rows.pathAt(row), rows.at(row), rows.isThere(row)]).toEqual([path, said.get(path), true]);
    }
  }
  const there = Array.from({ length: rows.length }, (_, row) => (rows.isThere(row) ? 1 : 0));
  expect([...rows.all()]).toEqual(there);
  expect(there.filter((one) => one === 1)).toHaveLength(said.size);
}
