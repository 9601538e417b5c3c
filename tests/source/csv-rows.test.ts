import { describe, expect, test } from "vitest";
import { csvRows } from "../../src/source/formats/csv-rows.ts";

describe("a table of separated values (RFC 4180)", () => {
  test.for([
    {
      name: "names its columns in its first line",
      text: "a,b\n1,2\n3,4\n",
      rows: [
        { a: "1", b: "2" },
        { a: "3", b: "4" },
      ],
    },
    { name: "may lack the last line's end", text: "a,b\n1,2", rows: [{ a: "1", b: "2" }] },
    { name: "may end in an empty cell", text: "a,b\n1,", rows: [{ a: "1", b: "" }] },
    { name: "may begin with an empty cell", text: "a,b\n,2\n", rows: [{ a: "", b: "2" }] },
    { name: "has empty cells where a row is short", text: "a,b\n1\n", rows: [{ a: "1", b: "" }] },
    { name: "leaves out cells without a column", text: "a\n1,2\n", rows: [{ a: "1" }] },
    {
      name: "has no blank rows",
      text: "a,b\n\n1,2\n,\n3,4\n",
      rows: [
        { a: "1", b: "2" },
        { a: "3", b: "4" },
      ],
    },
    { name: "may have separators in quotes", text: 'a,b\n"1,5",2\n', rows: [{ a: "1,5", b: "2" }] },
    { name: "may end a cell in quotes with a separator", text: 'a,b\n"1,",2\n', rows: [{ a: "1,", b: "2" }] },
    {
      name: "may end a row in quotes",
      text: 'a,b\n1,"2"\n3,4\n',
      rows: [
        { a: "1", b: "2" },
        { a: "3", b: "4" },
      ],
    },
    { name: "may have lines in quotes", text: 'a,b\n"1\n5",2\n', rows: [{ a: "1\n5", b: "2" }] },
    { name: "doubles quotes in quotes", text: 'a,b\n"say ""so""",2\n', rows: [{ a: 'say "so"', b: "2" }] },
    { name: "may have quotes inside a cell", text: 'a,b\n5" pipe,2\n', rows: [{ a: '5" pipe', b: "2" }] },
    { name: "may have an empty cell in quotes", text: 'a,b\n"",2\n', rows: [{ a: "", b: "2" }] },
    {
      name: "passes over what stands behind the quotes",
      text: 'a,b\n"1" x,2\n"3" y\n',
      rows: [
        { a: "1", b: "2" },
        { a: "3", b: "" },
      ],
    },
    { name: "may end in a quote that nothing closes", text: 'a,b\n1,"2\n', rows: [{ a: "1", b: "2\n" }] },
    { name: "may end in a quote that closes", text: 'a,b\n1,"2"', rows: [{ a: "1", b: "2" }] },
    { name: "of one line has no row", text: "a,b\n", rows: [] },
    { name: "of nothing has no row", text: "", rows: [] },
  ])("$name", ({ text, rows }) => expect(csvRows(text, ",")).toEqual(rows));

  test("may be separated by tabs", () => {
    expect(csvRows("a\tb\n1,5\t2\n", "\t")).toEqual([{ a: "1,5", b: "2" }]);
  });
});
