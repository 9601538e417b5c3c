import { describe, expect, test, vi } from "vitest";
import type { Problem, Severity } from "../../../src/article/problem.ts";
import { toldProblems } from "../../../src/command/reports/told-problems.ts";
import { streamThatIs } from "../stream-that-is.ts";

const LOG = { verbose: false, stream: streamThatIs(false) };

/** As many problems as `count`, each in a file of its own unless one is named. */
function many(count: number, message: (at: number) => string, but: Partial<Problem> = {}): Problem[] {
  return Array.from({ length: count }, (_, at) => ({
    file: `${at + 1}.md`,
    line: at + 10,
    severity: "warning" as Severity,
    message: message(at),
    ...but,
  }));
}

describe("problems of one kind", () => {
  test("are told one by one up to five, together beyond, with three examples and their count", () => {
    const five = many(5, (at) => `contains <a${at}>, which is left out`);
    expect(toldProblems(five, LOG)).toEqual([
      "1.md:10: warning: contains <a0>, which is left out",
      "2.md:11: warning: contains <a1>, which is left out",
      "3.md:12: warning: contains <a2>, which is left out",
      "4.md:13: warning: contains <a3>, which is left out",
      "5.md:14: warning: contains <a4>, which is left out",
      "5 warnings",
    ]);
    expect(
      toldProblems(
        many(1412, (at) => `contains <a${at}>, which is left out`),
        LOG,
      ),
    ).toEqual([
      "1,412 warnings in 1,412 files: contains …, which is left out",
      "  1.md:10: <a0>",
      "  2.md:11: <a1>",
      "  3.md:12: <a2>",
      "  and 1,409 more (--verbose shows all)",
      "1,412 warnings",
    ]);
  });

  test("have examples of different files, as far as there are such", () => {
    const own = many(6, () => "is old", { file: "a.md" });
    expect(toldProblems([...own, ...many(1, () => "is old")], LOG).slice(1, 4)).toEqual([
      "  a.md:10",
      "  1.md:10",
      "  a.md:11",
    ]);
  });

  test("have examples of a hundred characters at most, which no terminal obeys", () => {
    const [, example] = toldProblems(
      many(6, (at) => `says "\u001b${at}${"x".repeat(200)}"`),
      LOG,
    );
    expect(example).toBe(`  1.md:10: "\\u001b0${"x".repeat(92)}…`);
  });

  test("are all told where everything is asked for", () => {
    const lines = toldProblems(
      many(40, (at) => `is ${at} years old`),
      { ...LOG, verbose: true },
    );
    expect(lines).toHaveLength(41);
    expect(lines[39]).toBe("40.md:49: warning: is 39 years old");
  });
});

test.for([false, true])(
  "errors come last, the most frequent kind of a weight first (verbose: %s)",
  (verbose) => {
    const problems = [
      ...many(1, () => "is wrong", { severity: "error" }),
      ...many(6, () => "is odd", { severity: "error" }),
      ...many(1, () => "is single"),
      ...many(6, () => "is rare"),
      ...many(7, () => "is frequent"),
      ...many(1, () => "is news", { severity: "notice" }),
    ];
    const heads = toldProblems(problems, { ...LOG, verbose }).filter((line) => !line.startsWith("  "));
    expect(heads.at(-1)).toBe("7 errors, 14 warnings, 1 notice");
    if (verbose) {
      const weights = heads.slice(0, -1).map((line) => line.split(": ")[1]);
      expect([...new Set(weights)]).toEqual(["notice", "warning", "error"]);
    } else {
      expect(heads.slice(0, -1)).toEqual([
        "1.md:10: notice: is news",
        "7 warnings in 7 files: is frequent",
        "6 warnings in 6 files: is rare",
        "1.md:10: warning: is single",
        "6 errors in 6 files: is odd",
        "1.md:10: error: is wrong",
      ]);
    }
  },
);

test("no problems are no lines", () => {
  expect(toldProblems([], LOG)).toEqual([]);
});

test("kinds are coloured by weight on a terminal", () => {
  vi.stubEnv("NO_COLOR", undefined);
  vi.stubEnv("NODE_DISABLE_COLORS", undefined);
  vi.stubEnv("FORCE_COLOR", undefined);
  try {
    const [head, example] = toldProblems(
      many(6, () => "is old"),
      { verbose: false, stream: streamThatIs(true) },
    );
    expect(head).toBe("\u001b[33m6 warnings in 6 files\u001b[39m: is old");
    expect(example).toBe("  \u001b[1m1.md:10\u001b[22m");
  } finally {
    vi.unstubAllEnvs();
  }
});
