import type { Severity } from "../../article/problem.ts";

/** One thing that readers trip over, and how one sees it. */
export interface Check<Met> {
  /** Its name in `--json`, for good. */
  readonly name: string;
  readonly severity: Severity;
  /** What to do about it, in one sentence. */
  readonly fix: string;
  /** What is wrong, each in one clause; empty where all is well. */
  readonly find: (met: Met) => readonly string[];
}

/** Something that is wrong with a site. */
export interface Finding {
  readonly check: string;
  readonly severity: Severity;
  readonly url: string;
  readonly what: string;
  readonly fix: string;
}

/** Runs a table of checks over one thing that was met. */
export function findAll<Met>(checks: readonly Check<Met>[], met: Met, url: string): Finding[] {
  return checks.flatMap(({ name, severity, fix, find }) =>
    find(met).map((what) => ({ check: name, severity, url, what, fix })),
  );
}

/** A clause where something is so. */
export function when(condition: boolean, clause: string): readonly string[] {
  return condition ? [clause] : [];
}
