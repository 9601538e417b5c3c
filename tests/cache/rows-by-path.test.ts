import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NextRows } from "../../src/cache/next-rows.ts";
import { RowsByPath } from "../../src/cache/rows-by-path.ts";
import { expectSame, PATHS, path, rowsOf, someRows, table } from "./path-rows.ts";

const change = fc.record({ gone: fc.uniqueArray(path, { maxLength: 3 }), others: someRows });

test("rows say what a map would, through all that takes some out and puts others in their places", () => {
  const rounds = fc.array(change, { maxLength: 4 });
  fc.assert(
    fc.property(table, rounds, fc.array(path, { maxLength: 6 }), (first, changes, asked) => {
      const rows = rowsOf(first);
      const said = new Map(first);
      let length = first.size;
      expectSame(rows, said, asked);
      for (const { gone, others } of changes) {
        rows.amend(gone, others);
        for (const one of gone) said.delete(one);
        for (const [one, value] of others) said.set(one, value);
        length += others.length;
        expect(rows.length).toBe(length);
        expectSame(rows, said, asked);
      }
    }),
  );
});

test("a row behind those of the table is one of the others, and no row is behind them all", () => {
  const rows = rowsOf(new Map([["a.md", 7]]));
  rows.amend([], [["b.md", 8]]);
  expect([0, 1, 2].map((row) => rows.otherAt(row))).toEqual([undefined, 8, undefined]);
  expect([0, 1, 2].map((row) => rows.pathAt(row))).toEqual(["a.md", "b.md", ""]);
  expect([0, 1, 2].map((row) => rows.isThere(row))).toEqual([true, true, false]);
  expect(rows.at(2)).toBe(-1);
});

/** Rows of many files, and how often one of their paths was read. */
function countedRows() {
  const paths = Array.from({ length: 64 }, (_, at) => `${String(at).padStart(2, "0")}.md`);
  let reads = 0;
  const counting = new Proxy(paths, {
    get(target, name, receiver) {
      if (typeof name === "string" && /^\d+$/.test(name)) reads += 1;
      return Reflect.get(target, name, receiver);
    },
  });
  const rows = new RowsByPath(counting, (row) => row);
  const readsFor = (path: string) => {
    const before = reads;
    const row = rows.rowOf(path);
    return { row, reads: reads - before };
  };
  return { paths, readsFor };
}

describe("who asks in the order of the folder", () => {
  test("is told by a look at one path for each", () => {
    const { paths, readsFor } = countedRows();
    for (const [row, path] of paths.entries()) expect(readsFor(path)).toEqual({ row, reads: 1 });
  });

  test("is told so again behind one that was searched for, and behind one that is not there", () => {
    const { readsFor } = countedRows();
    expect(readsFor("40.md").row).toBe(40);
    expect(readsFor("41.md")).toEqual({ row: 41, reads: 1 });
    expect(readsFor("50a.md").row).toBe(-1);
    expect(readsFor("51.md")).toEqual({ row: 51, reads: 1 });
    expect(readsFor("07.md").row).toBe(7);
    expect(readsFor("08.md")).toEqual({ row: 8, reads: 1 });
  });

  test("and who does not by a search that looks at few of them", () => {
    const { readsFor } = countedRows();
    expect(readsFor("63.md").reads).toBeLessThan(10);
    expect(readsFor("00.md").reads).toBeLessThan(10);
    expect(readsFor("zz.md")).toMatchObject({ row: -1 });
  });
});

test("a value is made when it is asked for, and for nothing else", () => {
  const made: number[] = [];
  const rows = new RowsByPath(PATHS, (row) => made.push(row));
  rows.amend(["a.md"], [["b.md", 7]]);
  const next = new NextRows(rows, rows.all(), new Map());
  expect([rows.size, next.size, rows.length]).toEqual([8, 8, 10]);
  expect(made).toEqual([]);
  rows.get("é.md");
  rows.get("b.md");
  next.get("c/d.md");
  expect(made).toEqual([PATHS.indexOf("é.md"), PATHS.indexOf("c/d.md")]);
});
