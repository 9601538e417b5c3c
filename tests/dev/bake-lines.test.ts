import { describe, expect, test } from "vitest";
import { bakeLine, problemsToTell } from "../../src/dev/bake-lines.ts";
import { problem, reported } from "./reports.ts";

const NOON = new Date(2025, 6, 1, 12, 5, 9);
const line = (paths: readonly string[], result = reported({})) =>
  bakeLine(paths, result, NOON, process.stdout).replaceAll(/\u001B\[\d+m/g, "");

describe("the line of a bake", () => {
  test.for([
    { name: "one file", paths: ["a.md"], says: "a.md" },
    { name: "three files", paths: ["a.md", "b.md", "c.md"], says: "a.md, b.md, c.md" },
    { name: "more", paths: ["a.md", "b.md", "c.md", "d.md", "e.md"], says: "a.md, b.md, c.md and 2 more" },
    { name: "the folder itself", paths: [""], says: "the content folder" },
    { name: "nothing that has a name", paths: [], says: "the content folder" },
  ])("names what it was for: $name", ({ paths, says }) => {
    expect(line(paths)).toBe(`12:05:09 ${says}: 2 articles, nothing to write, 0.12 s`);
  });

  test("counts writes and deletions", () => {
    const plan = { put: 1, keep: 9, delete: 2, left: 0 };
    expect(line(["a.md"], reported({ plan }))).toContain("2 articles, 1 write, 2 deletions, 0.12 s");
  });

  test("says why nothing was published", () => {
    expect(line(["a.md"], reported({ refusal: "fix it" }))).toBe("12:05:09 a.md: not published: fix it");
    expect(line(["a.md"], { kind: "failed", fault: new Error("out of luck") })).toBe(
      "12:05:09 a.md: the bake failed: out of luck",
    );
  });
});

test("errors are told after every bake, warnings and notices once", () => {
  const error = problem("error", "bad.md");
  const warning = problem("warning", "a.md");
  const news = problem("warning", "b.md");
  expect(problemsToTell([error, warning], [error, warning, news])).toEqual([error, news]);
});
