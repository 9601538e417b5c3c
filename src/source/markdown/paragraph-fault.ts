import type { MarkdownFault } from "./markdown-fault.ts";
import { HARMLESS_LENGTH } from "./markdown-fault.ts";
import { cellsOf, countOf, isBlank, isDelimiterRow, linesOf } from "./markdown-lines.ts";

/** Of all paragraphs: marks by characters. The renderer copies a paragraph for each of these marks in it. */
const MAX_PARAGRAPH_COST = 250_000_000;
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

/** Finds the paragraph with which all of them together have more marks than the renderer gets through in a moment. */
export function paragraphFault(markdown: string): MarkdownFault | null {
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
        return {
          offset: block.offset,
          message: `has ${block.length.toLocaleString("en")} characters with ${block.marks.toLocaleString("en")} of _, &, @ and URLs in one paragraph; put blank lines between its parts`,
        };
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
