/** How much a problem weighs: an error stops the bake, a warning and a notice are only told. */
export type Severity = "error" | "warning" | "notice";

/** Something in the publisher's content that has to be fixed. `file` is as the publisher names it. */
export interface Problem {
  readonly file: string;
  /** First line is 1; null where the problem has no single line. */
  readonly line: number | null;
  /** Counts from 1; there where the format's own rules are broken at one place of the line. */
  readonly column?: number;
  readonly severity: Severity;
  /** What is wrong and how to fix it, in one sentence or two. */
  readonly message: string;
}

/** Orders problems by file, then line, for a report that is the same on every run. */
export function compareProblems(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0);
}
