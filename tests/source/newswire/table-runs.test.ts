import { describe, expect, test } from "vitest";
import { hasColumns, tableRuns } from "../../../src/source/newswire/table-runs.ts";
import { lineOf } from "./lines.ts";

describe("a line has columns", () => {
  test.for([
    { name: "where gaps are wide", text: "Lock   3", has: true },
    { name: "not where a list mark makes the gap", text: "-   Lock", has: false },
    { name: "not where a number makes the gap", text: "1.   Lock", has: false },
    { name: "not where a number of two digits makes the gap", text: "12)   Lock", has: false },
    { name: "where the number stands inside", text: "Tide 3.   High", has: true },
    { name: "up to 200 characters", text: `Lock   ${"x".repeat(193)}`, has: true },
    { name: "not beyond", text: `Lock   ${"x".repeat(194)}`, has: false },
  ])("$name", ({ text, has }) => expect(hasColumns(lineOf(text, 1))).toBe(has));
});

describe("a table", () => {
  const row = (line: number) => lineOf("|", line);
  const text = (line: number) => lineOf("text", line);
  const head = (line: number) => lineOf("head", line, 8);

  test.for([
    { name: "has two rows at least", lines: [row(1), row(2)], rows: [1, 2] },
    { name: "has not one", lines: [row(1)], rows: [] },
    { name: "goes on across two blank lines", lines: [row(1), row(4)], rows: [1, 4] },
    { name: "ends at three", lines: [row(1), row(5)], rows: [] },
    { name: "begins anew behind them", lines: [row(1), row(2), row(6), row(7)], rows: [1, 2, 6, 7] },
    { name: "ends at a text", lines: [row(1), text(2), row(3)], rows: [] },
    {
      name: "begins anew behind a text",
      lines: [row(1), row(2), text(3), row(4), row(5)],
      rows: [1, 2, 4, 5],
    },
    { name: "has the heads above it", lines: [head(1), row(2), row(3)], rows: [1, 2, 3] },
    { name: "has heads between its rows", lines: [row(1), head(2), row(3)], rows: [1, 2, 3] },
    { name: "has no heads below it", lines: [row(1), row(2), head(3)], rows: [1, 2] },
    { name: "has no heads above a text", lines: [head(1), text(2), row(3), row(4)], rows: [3, 4] },
    { name: "has no heads beyond three blank lines", lines: [head(1), row(5), row(6)], rows: [5, 6] },
    {
      name: "has no head that stands less to the right",
      lines: [lineOf("head", 1, 7), row(2), row(3)],
      rows: [2, 3],
    },
    { name: "measures blank lines from a head", lines: [row(1), head(2), row(5)], rows: [1, 2, 5] },
    {
      name: "measures blank lines from its last row",
      lines: [row(1), row(2), row(3), row(6)],
      rows: [1, 2, 3, 6],
    },
  ])("$name", ({ lines, rows }) => {
    const found = tableRuns(lines, (line) => line.text === "|");
    expect([...found]).toEqual(lines.filter(({ line }) => rows.includes(line)));
  });
});
