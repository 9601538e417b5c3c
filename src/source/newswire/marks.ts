import { tableRuns } from "./table-runs.ts";
import type { NewswireLine } from "./written-lines.ts";

/** A line, and what it is; `inner` is what it says without its mark. */
export type MarkedLine = NewswireLine & {
  readonly mark: "text" | "crosshead" | "bullet" | "number" | "row";
  readonly inner: string;
};

/** Short, between dashes, and no sentence: that would be a remark or the item of a list. */
const CROSSHEAD = /^[-–—]\s+((?![-–—])\S.{0,78}\S|\S)\s+[-–—]$/u;
const NO_CROSSHEAD = /[.;,]["'”’)]?$|,["'”’]|\s[-–—]\s/u;
const BULLET = /^[-*•·]\s+(\S.*)$/u;
const NUMBER = /^(\d{1,2})[.)]\s+(\S.*)$/u;

/** What a text's layout says of its lines. */
export interface LineRules {
  readonly isRow: (line: NewswireLine) => boolean;
  /** Whether a line goes on with what stands above it. */
  readonly goesOn: (line: NewswireLine, above: NewswireLine) => boolean;
}

/** Whether a line begins as the items of lists do. */
export function isItem({ text }: NewswireLine): boolean {
  return BULLET.test(text) || NUMBER.test(text);
}

/** Says what each line is. A list has two items at least; a single one is a paragraph as it stands. */
export function markLines(lines: readonly NewswireLine[], { isRow, goesOn }: LineRules): MarkedLine[] {
  const rows = tableRuns(lines, isRow);
  const marked = lines.map((line, at): MarkedLine => {
    const above = lines[at - 1];
    if (rows.has(line)) return { ...line, mark: "row", inner: line.text };
    return above !== undefined && goesOn(line, above) ? asText(line) : markLine(line);
  });
  // What goes on stands between the items of a list, and parts none.
  const heads = marked.filter(
    (line, at) => !(line.mark === "text" && at > 0 && goesOn(line, marked[at - 1] ?? line)),
  );
  const settled = new Map(heads.map((line, at) => [line, settle(line, [heads[at - 1], heads[at + 1]])]));
  return marked.map((line) => settled.get(line) ?? line);
}

/** What a line looks like alone. */
function markLine(line: NewswireLine): MarkedLine {
  const crosshead = CROSSHEAD.exec(line.text)?.[1];
  if (crosshead !== undefined && !NO_CROSSHEAD.test(crosshead))
    return { ...line, mark: "crosshead", inner: crosshead };
  const bullet = BULLET.exec(line.text)?.[1];
  if (bullet !== undefined) return { ...line, mark: "bullet", inner: bullet };
  const number = NUMBER.exec(line.text)?.[2];
  return number === undefined ? asText(line) : { ...line, mark: "number", inner: number };
}

/** What a line is beside its neighbours. */
function settle(line: MarkedLine, around: readonly (MarkedLine | undefined)[]): MarkedLine {
  if (line.mark === "row") return line;
  if (line.mark === "crosshead") {
    if (!around.some((one) => one?.mark === "crosshead")) return line;
    const bullet = BULLET.exec(line.text)?.[1];
    return bullet === undefined ? asText(line) : { ...line, mark: "bullet", inner: bullet };
  }
  return around.some((one) => one?.mark === line.mark) ? line : asText(line);
}

function asText(line: NewswireLine): MarkedLine {
  return { ...line, mark: "text", inner: line.text };
}
