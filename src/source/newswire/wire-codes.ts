import type { NewswireLine } from "./written-lines.ts";

/** A longer line is text, whatever it begins with. */
const MAX_CODE = 120;

/** More of them are text. */
const MAX_CODES = 20;

/** How often a slug was sent, and for whom: `1stLd`, `2nd Ld-Writethru`, `URGENT`, `03-13 0076`, `<`. */
const VERSION = String.raw`(?:[\s,]+(?:\d+(?:st|nd|rd|th)?|\d*(?:st|nd|rd|th)?[ -]?(?:Ld|Lead|Add|Sub|Take|Writethru|Update|Correction)(?:[ -]?\d+)?(?:-(?:Writethru|Correct))?|URGENT|Bgt|[\d-]+|\([^)]*\)))*`;

/** What wires put above a text for the machines and desks on its way. */
const CODES = [
  /^(?:zczc|nnnn)\b.*$/i,
  // The number and the kind of a story: `a0412 r f`, `f0215reute`.
  /^[a-z]\d{4}(?:\s?reute?|(?:\s[a-z-]){1,4})?(?:\s.{0,20})?$/,
  // Kinds alone, and a slug: `r f BC-GRAIN-SHIPS   03-13 0076`.
  new RegExp(String.raw`^(?:[a-z]\s){0,3}(?:BC|AM|PM)-+\S+${VERSION}<?$`, "i"),
  /^(?:RTR|REU|AFP|APW?|UPI|DPA|EFE|ANSA|TASS|KYODO)[-\s]?\d{3,}[A-Z]?$/,
  /^(?:urgent|bulletin|flash|eds|\d+(?:st|nd|rd|th)\s(?:lead|ld))$/i,
  /^att(?:n|ention)[:.]?\s+(?:all\s)?(?:\w+\s)?(?:eds|editors|desks?)\b.*$/i,
] as const;

/** A word to editors: `Eds: adds quotes`, `(Eds.: new throughout)`. */
const TO_EDITORS = /^\(?(?:eds|editors)\.?\s?[:=]\s?\S.*$/i;
/** Categories in single letters. */
const LETTERS = /^[A-Z](?:\s[A-Z]){0,7}$/;
/** A remark in brackets may go on for so many lines. */
const MAX_REMARK_LINES = 6;

/** Takes the codes off the head of a text; a line is left in any case. */
export function takeWireCodes(lines: NewswireLine[]): void {
  for (let count = 0; count < MAX_CODES; count += 1) {
    const taken = codesAt(lines);
    if (taken === 0 || taken >= lines.length) return;
    lines.splice(0, taken);
  }
}

/** How many lines at the head are one code. */
function codesAt(lines: readonly NewswireLine[]): number {
  const [first, second] = lines;
  if (first === undefined) return 0;
  if (LETTERS.test(first.text)) return second !== undefined && isCode(second.text) ? 2 : 0;
  if (isCode(first.text)) return 1;
  if (first.text.length > MAX_CODE || !TO_EDITORS.test(first.text)) return 0;
  if (!first.text.startsWith("(") || first.text.endsWith(")")) return 1;
  const end = lines.slice(1, MAX_REMARK_LINES).findIndex(({ text }) => text.endsWith(")"));
  return end === -1 ? 0 : end + 2;
}

function isCode(text: string): boolean {
  return text.length <= MAX_CODE && CODES.some((code) => code.test(text));
}

/** A line of a head that is framed for machines: `^Gales shut the lock<`, `^By ANA HOLM=`. */
export function withoutFrame(line: NewswireLine): NewswireLine {
  if (line.text.length > MAX_CODE) return line;
  const [, text] = /^\^\s*(\S.*?)\s*[<=]?$/.exec(line.text) ?? [];
  return text === undefined ? line : { ...line, text };
}
