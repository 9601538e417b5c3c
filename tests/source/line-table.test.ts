import { expect, test } from "vitest";
import { LineTable } from "../../src/source/text/line-table.ts";

test("each offset lies on the line that its line end closes", () => {
  const lines = new LineTable("a\n\nb", 10);
  expect([-1, 0, 1, 2, 3, 4, 9].map((offset) => lines.lineOf(offset))).toEqual([10, 10, 10, 11, 12, 12, 12]);
});

test("a text of one line has one", () => {
  expect(new LineTable("", 1).lineOf(0)).toBe(1);
});
