import type { Problem, Severity } from "../../src/article/problem.ts";
import type { BakeReport } from "../../src/command/reports/json-reports.ts";
import type { BakeResult } from "../../src/dev/site-state.ts";
import { NOTHING_STORED } from "../command/reports/nothing-stored.ts";

/** A bake that published two articles, but for what is said. */
export function reported(but: Partial<BakeReport>): BakeResult {
  return {
    kind: "reported",
    report: {
      articles: 2,
      leftOut: 0,
      documents: 9,
      plan: { put: 0, keep: 9, delete: 0, left: 0 },
      written: 0,
      media: NOTHING_STORED,
      redrawn: null,
      changes: { new: 0, changed: 0, corrected: 0, moved: 0, back: 0, gone: 0, kept: 2 },
      sealed: [],
      problems: [],
      timingsMs: { read: 0, parse: 0, pictures: 0, render: 0, compress: 0, plan: 0, publish: 0, total: 123 },
      refusal: null,
      ...but,
    },
  };
}

/** A problem of a file. */
export function problem(severity: Severity, file: string): Problem {
  return { file, line: 2, severity, message: "fix it" };
}
