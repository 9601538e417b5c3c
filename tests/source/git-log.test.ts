import { describe, expect, test } from "vitest";
import { firstCommits } from "../../src/source/fields/git-log.ts";

/** A log as git prints it with `-z`, newest commit first. */
function log(...commits: readonly (readonly [at: number, ...changes: readonly string[]])[]): string {
  return commits
    .map(([at, ...changes]) => `\u0001${at}\0\n${changes.map((part) => `${part}\0`).join("")}`)
    .join("\0");
}

describe("firstCommits", () => {
  test.for<{ rule: string; text: string; dates: Record<string, number> }>([
    {
      rule: "a file is dated by the commit that added it",
      text: log([9, "A", "b.md"], [5, "A", "a.md"]),
      dates: { "a.md": 5, "b.md": 9 },
    },
    {
      rule: "by the first one, if it came back",
      text: log([9, "A", "a.md"], [5, "A", "a.md"]),
      dates: { "a.md": 5 },
    },
    {
      rule: "under the name that it had",
      text: log([9, "R100", "old.md", "a.md"], [5, "A", "old.md"]),
      dates: { "a.md": 5 },
    },
    {
      rule: "through several names",
      text: log([9, "R090", "y.md", "a.md"], [7, "R100", "x.md", "y.md"], [5, "A", "x.md"]),
      dates: { "a.md": 5 },
    },
    {
      rule: "not by another file that has its old name now",
      text: log([9, "R100", "b.md", "a.md"], [5, "A", "b.md"]),
      dates: { "b.md": 5 },
    },
    {
      rule: "a name may hold anything but a zero",
      text: log([5, "A", 'a b\n"é.md']),
      dates: { 'a b\n"é.md': 5 },
    },
    {
      rule: "and what is not asked for is passed over",
      text: log([5, "A", "c.md", "A", "a.md"]),
      dates: { "a.md": 5 },
    },
    {
      rule: "a moment has all its digits",
      text: log([1751392800, "A", "a.md"]),
      dates: { "a.md": 1_751_392_800 },
    },
    { rule: "a moment may lie before 1970", text: log([-5, "A", "a.md"]), dates: { "a.md": -5 } },
    { rule: "a file without a commit has no date", text: "A\0a.md\0", dates: {} },
    {
      rule: "a new name of another file is nobody's",
      text: log([9, "R100", "x.md", "c.md"], [5, "A", "x.md"]),
      dates: {},
    },
    {
      rule: "other changes are passed over",
      text: log([9, "XR100", "b.md", "a.md"], [5, "RA", "a.md"]),
      dates: {},
    },
    { rule: "nothing comes of nothing", text: "", dates: {} },
  ])("$rule", ({ text, dates }) => {
    expect(Object.fromEntries(firstCommits(text, ["a.md", "b.md", 'a b\n"é.md']))).toEqual(dates);
  });
});
