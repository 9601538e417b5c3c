import { readFileSync } from "node:fs";

/** A change of one place of the source, as StrykerJS makes it. */
export interface Mutation {
  readonly fileName: string;
  /** Lines and columns from 1; the end is not part of it. */
  readonly location: { readonly start: Position; readonly end: Position };
  readonly replacement?: string | undefined;
}

interface Position {
  readonly line: number;
  readonly column: number;
}

/** A mutant as a person reads it: a line of code, and what stands there instead. */
export interface MutantText {
  /** Path below `src`. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A mutant that no test can tell from the program, and why. */
export interface Equivalent extends MutantText {
  readonly because: string;
}

const LONGEST_TEXT = 400;

/** The text of a mutant; `root` is the folder of the repository. White space counts once, long text is cut. */
export function textOf(
  { fileName, location: { start, end }, replacement = "" }: Mutation,
  root: string,
): MutantText {
  const lines = readFileSync(fileName, "utf8")
    .split("\n")
    .slice(start.line - 1, end.line);
  const from = lines.join("\n");
  const tail = (lines.at(-1) ?? "").slice(end.column - 1);
  return {
    file: fileName.slice(`${root}/src/`.length),
    from: oneLine(from),
    to: oneLine(from.slice(0, start.column - 1) + replacement + tail),
  };
}

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT - 1)}…` : line;
}
