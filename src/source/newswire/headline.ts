import { readByline } from "./byline.ts";
import { readDateline } from "./dateline.ts";
import type { NewswireLine } from "./written-lines.ts";

/** Lines that a headline in capitals may have. */
const MAX_LINES = 3;

/** A headline without a text goes on below a line that is as long as this. */
const MIN_WRAPPED = 45;

/**
 * Takes the headline off: the first line, and where that is in capitals those below it that are too and
 * end before a blank line, an indented one, a byline or a dateline. Null where no line is left.
 */
export function takeHeadline(lines: NewswireLine[]): NewswireLine | null {
  const first = lines.shift();
  if (first === undefined) return null;
  const more = linesBelow(first, lines);
  const text = [first, ...lines.splice(0, more)].map((line) => line.text).join(" ");
  // Alerts stand behind asterisks.
  return { ...first, text: text.replace(/^\*{2,}\s*(?=\S)/, "") };
}

/** How many of the lines below the first belong to its headline. */
function linesBelow(first: NewswireLine, lines: readonly NewswireLine[]): number {
  if (!isInCapitals(first.text)) return 0;
  let more = 0;
  let above = first;
  for (const line of lines.slice(0, MAX_LINES - 1)) {
    if (line.line !== above.line + 1 || line.indent !== first.indent || !isInCapitals(line.text)) break;
    if (beginsText(line)) break;
    more += 1;
    above = line;
  }
  const next = lines[more];
  if (next === undefined) return first.text.length < MIN_WRAPPED ? 0 : more;
  return next.line > above.line + 1 || next.indent > first.indent || beginsText(next) ? more : 0;
}

function beginsText({ text }: NewswireLine): boolean {
  return readByline(text) !== null || readDateline(text) !== null;
}

function isInCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text) && !/\S(?: {3,}|\t)/u.test(text);
}
