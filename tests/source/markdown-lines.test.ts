import { describe, expect, test } from "vitest";
import { cellsOf, isBlank, isDelimiterRow } from "../../src/source/markdown/markdown-lines.ts";

describe("a line of Markdown", () => {
  test.for(["-|", "|-", "|-|", "-|-", "|-|-|", ":-:|--:", " > |\t:- | - \t|\t ", ">-|-"])(
    "parts a table's head from its rows: %j",
    (line) => {
      expect(isDelimiterRow(line)).toBe(true);
    },
  );

  test.for([
    "",
    "-",
    "---",
    "|",
    "||",
    "||-|",
    "-||",
    "-|-x",
    "- -|-",
    ":|-",
    "-|>-",
    "::-|-",
    "-::|-",
    "-\u00a0|-",
  ])("parts none: %j", (line) => {
    expect(isDelimiterRow(line)).toBe(false);
  });

  test.for([
    { row: "a", cells: 1 },
    { row: " |a|b| ", cells: 2 },
    { row: "a\\|b|c\\|", cells: 2 },
  ])("holds cells: $row", ({ row, cells }) => {
    expect(cellsOf(row)).toBe(cells);
  });

  test("is blank in a quote too", () => {
    expect(["", " \t", "> >"].map(isBlank)).toEqual([true, true, true]);
    expect(isBlank("> a")).toBe(false);
  });
});
