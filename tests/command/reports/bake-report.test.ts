import { expect, test } from "vitest";
import type { Problem } from "../../../src/article/problem.ts";
import { bakeReport, nothingFound } from "../../../src/command/reports/bake-report.ts";
import { Stopwatch } from "../../../src/command/reports/stopwatch.ts";
import type { Plan } from "../../../src/publish/plan.ts";
import type { StorageKey } from "../../../src/representation/storage-key.ts";
import { recordBut } from "../../ledger/records.ts";
import { NOTHING_STORED } from "./nothing-stored.ts";

const TIMINGS = new Stopwatch(() => 0).read();
const NO_CHANGES = { new: 0, changed: 0, corrected: 0, moved: 0, back: 0, gone: 0, kept: 0 };
const PLAN: Plan = {
  edition: 1,
  stages: [],
  ledger: [],
  put: 4,
  keep: 3,
  delete: ["/a" as StorageKey, "/b" as StorageKey],
  objects: [],
  resting: null,
  over: ["journal/1" as StorageKey],
  left: 1,
  instants: [],
};
const problem = (file: string, line: number | null): Problem => ({
  file,
  line,
  severity: "error",
  message: "",
});

test("a bake that stopped before it began reports nothing but why", () => {
  expect(bakeReport(nothingFound(), TIMINGS, "there is no folder")).toEqual({
    articles: 0,
    leftOut: 0,
    documents: 0,
    plan: { put: 0, keep: 0, delete: 0, left: 0 },
    written: 0,
    media: NOTHING_STORED,
    redrawn: null,
    changes: NO_CHANGES,
    sealed: [],
    problems: [],
    timingsMs: TIMINGS,
    refusal: "there is no folder",
  });
});

test("a bake reports what it found, planned and changed", () => {
  const changes = { ...nothingFound().changes, new: [recordBut({ ordinal: 0 })], kept: 1 };
  const found = {
    problems: [],
    articles: 2,
    documents: 9,
    plan: PLAN,
    storage: { kvBytes: 0, kvTotalBytes: null, r2Files: 0, r2Bytes: 0, r2TotalFiles: 0, r2TotalBytes: 0 },
    written: 6,
    pictures: { made: 0, untouched: 0 },
    redrawn: { pages: 3, feeds: 0 },
    sealed: [],
    changes,
  };
  expect(bakeReport(found, TIMINGS, null)).toEqual({
    articles: 2,
    leftOut: 0,
    documents: 9,
    plan: { put: 4, keep: 3, delete: 2, left: 1 },
    written: 6,
    media: NOTHING_STORED,
    redrawn: { pages: 3, feeds: 0 },
    changes: { ...NO_CHANGES, new: 1, kept: 1 },
    sealed: [],
    problems: [],
    timingsMs: TIMINGS,
    refusal: null,
  });
});

test("a bake reports what it stores, and what became of pictures", () => {
  const storage = { kvBytes: 7, kvTotalBytes: 9, r2Files: 1, r2Bytes: 3, r2TotalFiles: 2, r2TotalBytes: 5 };
  const found = { ...nothingFound(), storage, pictures: { made: 2, untouched: 4 } };
  expect(bakeReport(found, TIMINGS, null).media).toEqual({ pictures: 2, asPublished: 4, ...storage });
});

test("problems are reported by file, then line, and the list that was found stays as it is", () => {
  const problems = [problem("b.md", 1), problem("a.md", 2), problem("a.md", 1)];
  const { problems: told } = bakeReport({ ...nothingFound(), problems }, TIMINGS, null);
  expect(told.map(({ file, line }) => `${file}:${line}`)).toEqual(["a.md:1", "a.md:2", "b.md:1"]);
  expect(problems[0]?.file).toBe("b.md");
});

test.for([
  { rule: "each file once", files: ["a.md", "a.md", "b.txt"], refusal: null, leftOut: 2 },
  { rule: "no medium, whose article goes out without it", files: ["a.png"], refusal: null, leftOut: 0 },
  { rule: "none where nothing was published", files: ["a.md"], refusal: "fix it", leftOut: 0 },
])("articles with errors that were left out are counted: $rule", ({ files, refusal, leftOut }) => {
  const warning: Problem = { ...problem("c.md", 1), severity: "warning" };
  const problems = [warning, ...files.map((file) => problem(file, 1))];
  expect(bakeReport({ ...nothingFound(), problems }, TIMINGS, refusal).leftOut).toBe(leftOut);
});

test("what is sealed is reported with its instant in words", () => {
  const sealed = [{ file: "a.md", at: 1_751_392_800, writes: 3 }];
  expect(bakeReport({ ...nothingFound(), sealed }, TIMINGS, null).sealed).toEqual([
    { file: "a.md", at: "2025-07-01T18:00:00Z", writes: 3 },
  ]);
});
