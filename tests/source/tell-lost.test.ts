import { describe, expect, test } from "vitest";
import { linesInOrder, tellLost } from "../../src/source/tell-lost.ts";
import { LineTable } from "../../src/source/text/line-table.ts";
import { FileProblems } from "../../src/source/text/source-file.ts";

describe("a mark of MDX that is lost is told with what to write instead", () => {
  test.for([
    {
      mark: "{a.b}",
      written: "{a.b",
      says: 'contains "{a.b}", which only a program can work out, so it was left out; write what it stands for',
    },
    {
      mark: "<Chart />",
      written: "<Chart",
      says: "contains <Chart />, which only a program can draw, so it was left out; write in Markdown what it stands for",
    },
    {
      mark: "<Chart>",
      written: "<Chart",
      says: "contains <Chart>, of which only the inside can be shown; write in Markdown what it stands for",
    },
    {
      mark: "<Chart of={a => b} to=' />' on>",
      written: "<Chart of={a => b} to=' />' on",
      says: "contains <Chart of={a => b} to=' />' on>, of which only the inside can be shown; write in Markdown what it stands for",
    },
  ])("$mark", ({ mark, written, says }) => {
    const problems = new FileProblems("a.mdx");
    const asked: string[] = [];
    tellLost(
      mark,
      (one) => {
        asked.push(one);
        return 7;
      },
      problems,
    );
    expect(asked).toEqual([written]);
    expect(problems.list).toEqual([{ file: "a.mdx", line: 7, severity: "warning", message: says }]);
  });
});

describe("lines that are asked for in the order of the text", () => {
  const text = "a\nb\na\nbb\nc";
  const linesOf = (...asked: readonly string[]) => asked.map(linesInOrder(text, new LineTable(text, 10)));

  test("are each behind the one before", () => {
    expect(linesOf("a", "a", "b", "b", "c")).toEqual([10, 12, 13, 13, 14]);
  });

  test("are unknown from the first that is not there on", () => {
    expect(linesOf("b", "x", "b", "c")).toEqual([11, null, null, null]);
    expect(linesOf("c", "a", "c")).toEqual([14, null, null]);
  });
});
