import { stripVTControlCharacters } from "node:util";
import { describe, expect, test, vi } from "vitest";
import type { Problem } from "../../../src/article/problem.ts";
import type { BakeReport } from "../../../src/command/reports/json-reports.ts";
import {
  megabytes,
  partLine,
  plural,
  problemLines,
  redrawnLine,
  STAGES,
  summaryLines,
} from "../../../src/command/reports/report.ts";
import { Stopwatch } from "../../../src/command/reports/stopwatch.ts";
import { streamThatIs } from "../stream-that-is.ts";
import { NOTHING_STORED } from "./nothing-stored.ts";

const PROBLEMS: readonly Problem[] = [
  { file: "a.md", line: 3, severity: "error", message: "it has no title" },
  { file: "b.svg", line: null, severity: "warning", message: "it has no size" },
  { file: "c.md", line: 1, severity: "warning", message: "it is long" },
  { file: "d.md", line: 2, severity: "notice", message: "it is a draft" },
  { file: "e.md", line: 2, column: 8, severity: "error", message: "it has no end" },
];

describe("problems as people read them", () => {
  test("are one a line, with file and line, and counted by weight", () => {
    expect(problemLines(PROBLEMS, streamThatIs(false))).toEqual([
      "a.md:3: error: it has no title",
      "b.svg: warning: it has no size",
      "c.md:1: warning: it is long",
      "d.md:2: notice: it is a draft",
      "e.md:2:8: error: it has no end",
      "2 errors, 2 warnings, 1 notice",
    ]);
  });

  test("are counted only as what they are", () => {
    expect(problemLines(PROBLEMS.slice(3, 4), streamThatIs(false)).at(-1)).toBe("1 notice");
  });

  test("are no lines where there are none", () => {
    expect(problemLines([], streamThatIs(false))).toEqual([]);
  });

  test("are coloured by weight on a terminal", () => {
    vi.stubEnv("NO_COLOR", undefined);
    vi.stubEnv("NODE_DISABLE_COLORS", undefined);
    vi.stubEnv("FORCE_COLOR", undefined);
    try {
      const lines = problemLines(PROBLEMS, streamThatIs(true));
      expect(lines.map(stripVTControlCharacters)).toEqual(problemLines(PROBLEMS, streamThatIs(false)));
      for (const [line, place, code, word] of [
        [lines[0], "a.md:3", 31, "error"],
        [lines[1], "b.svg", 33, "warning"],
        [lines[3], "d.md:2", 36, "notice"],
      ] as const) {
        expect(line).toContain(`\u001b[1m${place}\u001b[22m: \u001b[${code}m${word}\u001b[39m: `);
      }
    } finally {
      vi.unstubAllEnvs();
    }
  });
});

/** A bake of two articles that wrote three pairs and deleted one, but for what is said. */
const report = (but: Partial<BakeReport> = {}): BakeReport => ({
  articles: 2,
  leftOut: 0,
  documents: 9,
  plan: { put: 3, keep: 6, delete: 1, left: 0 },
  written: 4,
  media: NOTHING_STORED,
  redrawn: null,
  changes: { new: 2, changed: 0, corrected: 0, moved: 0, back: 0, gone: 0, kept: 0 },
  sealed: [],
  problems: [],
  timingsMs: { ...new Stopwatch(() => 0).read(), total: 1234 },
  refusal: null,
  ...but,
});

const BAKED = "Baked 2 articles into 9 documents in 1.23 s.";

describe("what a bake came to", () => {
  test.for([
    {
      name: "a publish to Cloudflare, whose journal costs one deletion more",
      but: {},
      options: { dryRun: false, remote: true },
      lines: [BAKED, "Wrote 3, deleted 1, kept 6: 5 of the free plan's 1,000 daily writes."],
    },
    {
      name: "a publish to a local store, which has no plan",
      but: {},
      options: { dryRun: false, remote: false },
      lines: [BAKED, "Wrote 3, deleted 1, kept 6."],
    },
    {
      name: "an article that comes by itself",
      but: { sealed: [{ file: "a.md", at: "2025-07-02T00:00:00Z", writes: 3 }] },
      options: { dryRun: false, remote: false },
      lines: [
        BAKED,
        "Wrote 3, deleted 1, kept 6.",
        "Sealed 1 article, to come or go by itself; next: a.md at 2025-07-02T00:00:00Z.",
      ],
    },
    {
      name: "several that come by themselves, the next alone",
      but: {
        sealed: [
          { file: "a.md", at: "2025-07-02T00:00:00Z", writes: 3 },
          { file: "b.md", at: "2025-07-03T00:00:00Z", writes: 3 },
        ],
      },
      options: { dryRun: false, remote: false },
      lines: [
        BAKED,
        "Wrote 3, deleted 1, kept 6.",
        "Sealed 2 articles, to come or go by themselves; next: a.md at 2025-07-02T00:00:00Z.",
      ],
    },
    {
      name: "several that come at one instant",
      but: {
        sealed: ["a.md", "b.md"].map((file) => ({ file, at: "2025-07-02T00:00:00Z", writes: 3 })),
      },
      options: { dryRun: false, remote: false },
      lines: [
        BAKED,
        "Wrote 3, deleted 1, kept 6.",
        "Sealed 2 articles, to come or go by themselves; next: 2 articles at 2025-07-02T00:00:00Z.",
      ],
    },
    {
      name: "a dry run",
      but: {},
      options: { dryRun: true, remote: true },
      lines: [BAKED, "Would write 3, delete 1 and keep 6: 5 of the free plan's 1,000 daily writes."],
    },
    {
      name: "deletions alone, without a journal",
      but: { plan: { put: 0, keep: 6, delete: 1, left: 0 } },
      options: { dryRun: false, remote: true },
      lines: [BAKED, "Wrote 0, deleted 1, kept 6: 1 of the free plan's 1,000 daily writes."],
    },
    {
      name: "no change",
      but: { plan: { put: 0, keep: 9, delete: 0, left: 0 } },
      options: { dryRun: false, remote: true },
      lines: [BAKED, "Nothing changed, so nothing was written."],
    },
    {
      name: "writes that are left",
      but: { plan: { put: 1, keep: 6, delete: 0, left: 1 } },
      options: { dryRun: false, remote: false },
      lines: [BAKED, "Wrote 1, deleted 0, kept 6.", "1 write left; run the command again to continue."],
    },
    {
      name: "one article left out",
      but: { leftOut: 1, plan: { put: 0, keep: 9, delete: 0, left: 0 } },
      options: { dryRun: false, remote: false },
      lines: [
        BAKED,
        "Left out 1 article with errors; fix the errors above to publish it.",
        "Nothing changed, so nothing was written.",
      ],
    },
    {
      name: "two articles left out",
      but: { leftOut: 2 },
      options: { dryRun: true, remote: false },
      lines: [
        BAKED,
        "Left out 2 articles with errors; fix the errors above to publish them.",
        "Would write 3, delete 1 and keep 6.",
      ],
    },
    {
      name: "a refusal",
      but: { written: 0, refusal: "the folder has no article" },
      options: { dryRun: false, remote: false },
      lines: ["Nothing was published: the folder has no article."],
    },
    {
      name: "a refusal half way",
      but: { written: 2, refusal: "somebody else published; run it again" },
      options: { dryRun: false, remote: false },
      lines: ["Stopped after 2 of 4 writes: somebody else published; run it again."],
    },
  ])("is told of $name", ({ but, options, lines }) => {
    expect(summaryLines(report(but), options)).toEqual(lines);
  });
});

test.for([
  [0, "0 articles"],
  [1, "1 article"],
  [2, "2 articles"],
  [1200, "1,200 articles"],
] as const)("%s is told as %s", ([count, text]) => {
  expect(plural(count, "article")).toBe(text);
});

test("the stages of a bake end with the total", () => {
  expect(STAGES).toEqual(["read", "parse", "pictures", "render", "compress", "plan", "publish", "total"]);
});

test("before pages are written that nobody edited, it is told how many, and whether feeds change too", () => {
  expect(redrawnLine({ pages: 1204, feeds: 0 }, { put: 899, left: 316 })).toBe(
    "1,204 pages of articles that did not change, and of lists, are drawn anew, by this version or by a setting that all of them show: 1,204 of 1,215 writes. No feed changes. --max-writes N divides it over several runs.",
  );
  expect(redrawnLine({ pages: 3, feeds: 1 }, { put: 9, left: 0 })).toContain("1 feed document changes too.");
  expect(redrawnLine({ pages: 3, feeds: 2 }, { put: 9, left: 0 })).toContain("2 feed documents change too.");
});

test.for([
  [0, "0 MB"],
  [49_999, "0 MB"],
  [4_240_000, "4.2 MB"],
  [1_500_000_000, "1,500 MB"],
] as const)("%s bytes are told as %s", ([bytes, text]) => {
  expect(megabytes(bytes)).toBe(text);
});

test("a publish in parts tells what it writes now, and what is behind that", () => {
  expect(partLine({ put: 200_210, left: 1 })).toBe(
    "More articles are new than one publish can remember: it goes on in parts, now with 200,210 writes, and 1 write behind them.",
  );
});
