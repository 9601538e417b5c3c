import { MAX_NESTING } from "../html/html-nesting.ts";
import { cellsOf, countOf, isBlank, isDelimiterRow, linesOf } from "./markdown-lines.ts";

/** References to footnotes; each becomes a link there and a link back. */
const MAX_FOOTNOTES = 10_000;
/** Cells that rows may lack to their tables: the renderer writes each of them. */
const MAX_MISSING_CELLS = 100_000;
/** A shorter text takes no time to speak of, whatever it holds. */
const HARMLESS_LENGTH = 30_000;
/** Of all paragraphs: marks by characters. The renderer copies a paragraph for each of these marks in it. */
const MAX_PARAGRAPH_COST = 250_000_000;
/** Punctuation behind a URL, which the renderer takes off one by one, and each time looks at the rest. */
const MAX_TRAILING = 1000;

/** A place in a Markdown text that would take the renderer more than a moment. */
export interface MarkdownFault {
  readonly offset: number;
  readonly message: string;
}

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

/** Where a new paragraph begins without a blank line before it. */
const LIST_ITEM = /^ {0,3}[-*+][ \t]/;
/** What no row of a table begins with (GFM §4.10): below it, other lines are no rows either. */
const ENDS_TABLE = /^(?: {4}|\t| {0,3}(?:[>#<]|[-+*][ \t]|\d{1,9}[.)][ \t]|`{3}|~{3}))/;
/** Raw HTML up to the next blank line (CommonMark §4.6, start condition 6). */
const HTML_BLOCK =
  /^ {0,3}<\/?(?:address|article|aside|blockquote|center|details|div|dl|fieldset|figure|footer|form|h[1-6]|header|main|nav|ol|p|section|table|ul)(?:[ \t>]|\/>|$)/i;
/** Code in a fence that is one for certain: below a blank line, and with no raw HTML around that goes on across those. */
const FENCE = /^(?:`{3,}|~{3,})/;
const FENCE_END = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;
const OPAQUE = /<(?:[!?]|script|pre|style|textarea)/i;
/** What makes the renderer copy a paragraph. */
const COSTLY = /[_&@]|www\.|:\/\//g;

function paragraphFault(markdown: string): MarkdownFault | null {
  if (markdown.length <= HARMLESS_LENGTH) return null;
  let cost = 0;
  let block: Block = { kind: "text", offset: 0, length: 0, marks: 0 };
  let above = "";
  let fence: string | null = null;
  const mayFence = !OPAQUE.test(markdown);
  for (const { offset, text } of linesOf(`${markdown}\n\n`)) {
    if (fence !== null) {
      if (FENCE_END.exec(text)?.[1]?.startsWith(fence)) fence = null;
      continue;
    }
    fence = mayFence && isBlank(above) ? fenceOf(text) : null;
    if (fence !== null) continue;
    if (isDelimiterRow(text) && cellsOf(text) === cellsOf(above)) block = { ...block, kind: "table" };
    const next = kindOf(text, block.kind);
    if (next !== null) {
      if (block.kind !== "html") cost += block.length * block.marks;
      if (cost > MAX_PARAGRAPH_COST)
        return fault(
          block.offset,
          `has ${block.length.toLocaleString("en")} characters with ${block.marks.toLocaleString("en")} of _, &, @ and URLs in one paragraph; put blank lines between its parts`,
        );
      block = { kind: next, offset, length: 0, marks: 0 };
    }
    if (isBlank(above)) block.offset = offset;
    block.length += text.length + 1;
    block.marks += countOf(text, COSTLY);
    above = text;
  }
  return null;
}

function fenceOf(line: string): string | null {
  const [fence] = FENCE.exec(line) ?? [];
  return fence === undefined || line.includes("`", fence.length) ? null : fence;
}

interface Block {
  /** A row of a table stands by itself; raw HTML is copied as it is. */
  kind: "text" | "table" | "html";
  offset: number;
  length: number;
  marks: number;
}

/** The kind of the block that begins with a line; null where the line goes on with the one before. */
function kindOf(line: string, before: Block["kind"]): Block["kind"] | null {
  if (isBlank(line)) return "text";
  if (HTML_BLOCK.test(line)) return "html";
  if (before === "table") return ENDS_TABLE.test(line) ? "text" : "table";
  return before === "text" && LIST_ITEM.test(line) ? "text" : null;
}

function fault(offset: number, message: string): MarkdownFault {
  return { offset, message };
}
