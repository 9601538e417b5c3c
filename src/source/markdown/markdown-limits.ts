import { MAX_NESTING } from "../html/html-nesting.ts";
import type { MarkdownFault } from "./markdown-fault.ts";
import { HARMLESS_LENGTH } from "./markdown-fault.ts";
import { countOf, isBlank, isDelimiterRow, linesOf } from "./markdown-lines.ts";
import { paragraphFault } from "./paragraph-fault.ts";

/** References to footnotes; each becomes a link there and a link back. */
const MAX_FOOTNOTES = 10_000;
/** Cells that rows may lack to their tables: the renderer writes each of them. */
const MAX_MISSING_CELLS = 100_000;
/** Punctuation behind a URL, which the renderer takes off one by one, and each time looks at the rest. */
const MAX_TRAILING = 1000;

/** Finds what takes the renderer time out of proportion. Far above what any article needs. */
export function markdownFault(markdown: string): MarkdownFault | null {
  return (
    nestingFault(markdown) ??
    footnoteFault(markdown) ??
    tableFault(markdown) ??
    paragraphFault(markdown) ??
    trailingFault(markdown)
  );
}

const MARKER = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))/y;

/** Marks of quotes and lists at the head of one line open as many elements inside each other. */
function nestingFault(markdown: string): MarkdownFault | null {
  for (let offset = 0; offset < markdown.length; ) {
    const at = markdown.indexOf("\n", offset);
    const end = at === -1 ? markdown.length : at;
    if (end - offset > MAX_NESTING && marksAt(markdown, offset) > MAX_NESTING)
      return fault(
        offset,
        `nests more than ${MAX_NESTING.toLocaleString("en")} quotes and lists inside each other; leave some out`,
      );
    offset = end + 1;
  }
  return null;
}

/** How many marks stand at the head of a line; counts no further than it must. */
function marksAt(markdown: string, offset: number): number {
  let depth = 0;
  MARKER.lastIndex = offset;
  while (depth <= MAX_NESTING && MARKER.test(markdown)) depth += 1;
  return depth;
}

function footnoteFault(markdown: string): MarkdownFault | null {
  let count = 0;
  for (let at = markdown.indexOf("[^"); at !== -1; at = markdown.indexOf("[^", at + 2)) {
    count += 1;
    if (count > MAX_FOOTNOTES)
      return fault(
        at,
        `refers to footnotes more than ${MAX_FOOTNOTES.toLocaleString("en")} times; divide it into several articles`,
      );
  }
  return null;
}

function tableFault(markdown: string): MarkdownFault | null {
  if (!markdown.includes("|")) return null;
  let columns = 0;
  let missing = 0;
  for (const { offset, text } of linesOf(markdown)) {
    if (isBlank(text)) columns = 0;
    else if (isDelimiterRow(text)) columns = Math.max(columns, countOf(text, /-+/g));
    else if (columns > 0) missing += Math.max(0, columns - 1 - countOf(text, /\|/g));
    if (missing > MAX_MISSING_CELLS)
      return fault(
        offset,
        `has tables whose rows lack more than ${MAX_MISSING_CELLS.toLocaleString("en")} cells together; write the rows with as many cells as the head has`,
      );
  }
  return null;
}

/** As far as the renderer looks for the end of a URL. */
const WORD = /[^\s<]+/g;
const URL_SIGN = /www\.|:\/\//;
const TRAILING = /[*_~).!'":;?,]+/g;

function trailingFault(markdown: string): MarkdownFault | null {
  if (markdown.length <= HARMLESS_LENGTH) return null;
  if (!URL_SIGN.test(markdown)) return null;
  for (const { 0: word, index } of markdown.matchAll(WORD)) {
    if (word.length <= MAX_TRAILING || !URL_SIGN.test(word)) continue;
    for (const [run] of word.matchAll(TRAILING)) {
      if (run.length > MAX_TRAILING)
        return fault(
          index,
          `has a URL with more than ${MAX_TRAILING.toLocaleString("en")} punctuation marks in a row; leave some out`,
        );
    }
  }
  return null;
}

function fault(offset: number, message: string): MarkdownFault {
  return { offset, message };
}
