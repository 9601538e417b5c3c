/** Where a text breaks the rules of its format, and how to fix it. Line and column count from 1. */
export interface SyntaxFault {
  readonly line: number;
  /** Null where only the line is known. */
  readonly column: number | null;
  readonly message: string;
}

/** Where a parser gave up, why, and the text around it. */
export interface FaultContext {
  readonly line: number;
  readonly column: number;
  /** In the parser's own words. */
  readonly reason: string;
  readonly lines: readonly string[];
  /** The line on which the parser gave up. */
  readonly text: string;
}

/** One kind of slip: how the parser's reason and the line look, and what to say of it. */
export interface FaultRow {
  readonly reason: RegExp;
  readonly line?: RegExp;
  /** Is given the groups of `line`. A text concerns the parser's own place; null where it is another slip after all. */
  readonly say: (
    groups: Readonly<Record<string, string>>,
    fault: FaultContext,
  ) => string | SyntaxFault | null;
}

/** A line that is longer is not looked at: nobody wrote it by hand. */
const LONGEST_LINE = 1000;

/** A text that is longer is not looked through for the same reason, and for the time that it would take. */
const LONGEST_TEXT = 50_000;

/** The lines of a text, as the rows look at them. */
export function faultLines(text: string): readonly string[] {
  return text.split("\n").map((line) => (line.length > LONGEST_LINE ? "" : line));
}

/** Says a parser's fault by the first row that knows it. */
export function explainFault(
  rows: readonly FaultRow[],
  { line, column, reason }: Pick<FaultContext, "line" | "column" | "reason">,
  text: string,
  fallback: string,
): SyntaxFault {
  if (text.length > LONGEST_TEXT) return { line, column, message: fallback };
  const lines = faultLines(text);
  const context = { line, column, reason, lines, text: lines[line - 1] ?? "" };
  for (const row of rows) {
    if (!row.reason.test(reason)) continue;
    const match = row.line ? row.line.exec(context.text) : { groups: undefined };
    const said = match && row.say(match.groups ?? {}, context);
    if (said !== null) return typeof said === "string" ? { line, column, message: said } : said;
  }
  return { line, column, message: fallback };
}

/** A text between quotation marks as YAML and TOML both read it, without escapes where that is possible. */
export function quoted(text: string): string {
  if (!/["\\]/.test(text)) return `"${text}"`;
  return text.includes("'") ? JSON.stringify(text) : `'${text}'`;
}

/** ` (the first is 3 lines above)` for the first line above `line` that is meant, or nothing where there is none. */
export function firstAbove(
  lines: readonly string[],
  line: number,
  isMeant: (line: string) => boolean,
): string {
  const at = lines.slice(0, line - 1).findIndex(isMeant);
  const above = line - 1 - at;
  return at === -1 ? "" : ` (the first is ${above === 1 ? "the line" : `${above} lines`} above)`;
}
