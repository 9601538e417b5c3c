/** One line of a benchmark's result. */
export interface Row {
  readonly what: string;
  /** The measured figure with its unit and spread. */
  readonly figure: string;
  /** Against what, and how many times; null for the reference itself. */
  readonly ratio: string | null;
  /** Null where no budget stands. */
  readonly met: boolean | null;
}

/** Prints rows in columns, under a heading. */
export function printTable(heading: string, rows: readonly Row[]): void {
  const cells = rows.map(({ what, figure, ratio, met }) => [what, figure, ratio ?? "", verdict(met)]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  process.stdout.write(`\n${heading}\n${lines.map((line) => `  ${line}\n`).join("")}`);
}

function verdict(met: boolean | null): string {
  return met === null ? "" : met ? "met" : "MISSED";
}

/** Milliseconds as people read them. */
export function duration(milliseconds: number): string {
  return milliseconds < 10_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** How many times one figure is another. */
export function times(larger: number, smaller: number): string {
  return `${(larger / smaller).toFixed(2)} times`;
}
