import { expect, test } from "vitest";
import { compareProblems } from "../../src/article/problem.ts";

const problem = (file: string, line: number | null) => ({
  file,
  line,
  severity: "warning" as const,
  message: "It wants fixing.",
});

test("problems are told by file, then line; those without a line come first", () => {
  const sorted = [problem("a.md", null), problem("a.md", 2), problem("a.md", 10), problem("b.md", 1)];
  expect(sorted.toReversed().sort(compareProblems)).toEqual(sorted);
  expect([...sorted].sort(compareProblems)).toEqual(sorted);
});

test("problems of one line stay in the order in which they were found", () => {
  expect(compareProblems(problem("a.md", 2), problem("a.md", 2))).toBe(0);
  expect(compareProblems(problem("a.md", null), problem("a.md", null))).toBe(0);
});
