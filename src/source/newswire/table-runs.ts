import type { NewswireLine } from "./written-lines.ts";

/** Wide gaps, tabs or dots lead from one column to the next. */
const COLUMNS = /\S(?: {3,}|\t)|\.{4,}/;
/** So do gaps of two spaces, if there are more; behind the end of a sentence typists leave one. */
const NARROW_GAPS = /[^\s.!?:;,"'”’)] {2}\S.*[^\s.!?:;,"'”’)] {2}\S/;
const LIST_MARK = /^(?:[-*•·]|\d{1,2}[.)])\s+/u;
/** No row is longer. */
const MAX_ROW = 200;
/** Heads of columns stand so far to the right. */
const DEEP = 8;
/** Between parts of a table there may be so many blank lines. */
const MAX_BLANK = 2;

/** Whether a line alone looks as if it had columns. */
export function hasColumns({ text }: NewswireLine): boolean {
  if (text.length > MAX_ROW) return false;
  const inner = text.replace(LIST_MARK, "");
  return COLUMNS.test(inner) || NARROW_GAPS.test(inner);
}

/** The lines of tables: two rows at least that follow each other, and the heads that stand above them. */
export function tableRuns(
  lines: readonly NewswireLine[],
  isRow: (line: NewswireLine) => boolean,
): ReadonlySet<NewswireLine> {
  const found = new Set<NewswireLine>();
  let run: NewswireLine[] = [];
  let heads: NewswireLine[] = [];
  let rows = 0;
  const end = () => {
    if (rows > 1) for (const line of run) found.add(line);
    run = [];
    rows = 0;
  };
  for (const line of lines) {
    const above = heads.at(-1) ?? run.at(-1);
    if (above && line.line > above.line + 1 + MAX_BLANK) {
      end();
      heads = [];
    }
    if (isRow(line)) {
      run.push(...heads, line);
      heads = [];
      rows += 1;
    } else if (line.indent >= DEEP) heads.push(line);
    else {
      end();
      heads = [];
    }
  }
  end();
  return found;
}

/** Rows as they were typed, without the white space that all of them begin with. */
export function tableText(rows: readonly NewswireLine[]): string {
  const margin = rows.reduce((least, { indent }) => Math.min(least, indent), Infinity);
  const typed = rows.map((row, at) => {
    const above = rows[at - 1];
    const gap = above !== undefined && row.line > above.line + 1 ? "\n" : "";
    return gap + withoutTabs(" ".repeat(row.indent) + row.text).slice(margin);
  });
  return typed.join("\n");
}

function withoutTabs(line: string): string {
  const [first = "", ...others] = line.split("\t");
  return others.reduce((before, part) => `${before}${" ".repeat(8 - (before.length % 8))}${part}`, first);
}
