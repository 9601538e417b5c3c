import { median } from "./measure.ts";

/** One line of a benchmark's result. */
export interface Row {
  readonly what: string;
  /** The measured figure with its unit and spread. */
  readonly figure: string;
  /** Against what, and how many times; null for the reference itself. */
  readonly ratio: string | null;
  /** Null where no budget stands. */
  readonly met: boolean | null;
  /** What the budget asks for, where it is one that the project promises to keep. */
  readonly budget?: string;
}

/** Rows with a budget that were printed so far, with their headings. */
const budgets: { readonly heading: string; readonly row: Row }[] = [];

/** Prints rows in columns, under a heading. */
export function printTable(heading: string, rows: readonly Row[]): void {
  for (const row of rows) if (row.budget !== undefined) budgets.push({ heading, row });
  print(
    heading,
    rows.map((row) => [row.what, row.figure, row.ratio ?? "", verdict(row)]),
  );
}

/** Prints every budget that was measured since this process began, with its figure. */
export function printBudgets(): void {
  if (budgets.length === 0) return;
  print(
    "budgets",
    budgets.map(({ heading, row }) => [
      `${heading}: ${row.what.trim()}`,
      [row.figure, row.ratio].filter(Boolean).join("; "),
      verdict(row),
    ]),
  );
}

function print(heading: string, lines: readonly (readonly string[])[]): void {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  const padded = lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)));
  const text = padded.map((line) => `  ${line.join("  ").trimEnd()}\n`).join("");
  process.stdout.write(`\n${heading}\n${text}`);
}

function verdict({ met, budget }: Row): string {
  const word = met === null ? "not measured" : met ? "met" : "MISSED";
  if (budget === undefined) return met === null ? "" : word;
  return `${budget}: ${word}`;
}

/** Milliseconds as people read them. */
export function duration(milliseconds: number): string {
  return milliseconds < 10_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** The median of some times in milliseconds, with the least and the most where there are several. */
export function durations(timesMs: readonly number[]): string {
  const middle = duration(median(timesMs));
  if (timesMs.length < 2) return middle;
  return `${middle} (${duration(Math.min(...timesMs))} to ${duration(Math.max(...timesMs))})`;
}
