import type { LineKind } from "../text/line-kinds.ts";

/** An element that stands on lines of its own, and says that Markdown stands in it (kramdown, Python-Markdown). */
const OPENING =
  /^([ \t]*<(article|aside|blockquote|center|dd|details|div|dl|dt|figcaption|figure|footer|header|li|main|nav|ol|p|section|summary|table|tbody|td|th|thead|tr|ul)\b[^<>]*?)[ \t]+markdown[ \t]*=[ \t]*["']?(?:1|block|span|true)["']?([^<>]*>)[ \t]*(.*)$/i;

/**
 * The lines that such a line means in CommonMark, where Markdown begins below a blank one; null for any
 * other line.
 */
export function markdownInside(line: string): readonly string[] | null {
  if (!line.includes("markdown")) return null;
  const [, before = "", name = "", after = "", rest = ""] = OPENING.exec(line) ?? [];
  if (name === "") return null;
  const opening = before + after;
  const end = rest.toLowerCase().lastIndexOf(`</${name.toLowerCase()}>`);
  if (rest === "" || name.toLowerCase() === "p") return rest === "" ? [opening, ""] : [opening + rest];
  return end === -1 ? [opening, "", rest] : [opening, "", rest.slice(0, end), "", rest.slice(end)];
}

/** The tag of an element that stands among words, alone on its line. */
const WORD_TAG =
  /^ {0,3}<(?:a|abbr|b|big|cite|del|em|font|i|ins|mark|q|s|small|span|strong|u)\b[^<>]*>[ \t]*$/i;
const BEGINS_TEXT = /^ {0,3}(?![*+-][ \t]|\d+[.)][ \t]|[#<>|{:]|`{3}|~{3})\S/;

const TABLE = /^ {0,3}<table\b/i;

/** Whether a text may have HTML that kramdown reads in another way. */
export function mayHaveKramdownHtml(text: string): boolean {
  return text.includes("<") && text.split("\n").some((line) => WORD_TAG.test(line) || TABLE.test(line));
}

/**
 * Whether a line is the tag of an element that stands among words, in front of a text: kramdown begins a
 * paragraph with it, where CommonMark takes all up to the next blank line for HTML.
 */
export function isTagOfText(line: string, next: string | undefined): boolean {
  return WORD_TAG.test(line) && next !== undefined && BEGINS_TEXT.test(next);
}

/**
 * Blank lines in tables of HTML in front of a tag that is indented, which kramdown takes for HTML still and
 * CommonMark for code. Loops of templates leave many.
 */
export function blanksInTables(lines: readonly string[], kinds: readonly LineKind[]): ReadonlySet<number> {
  const blanks = new Set<number>();
  let isInside = false;
  for (const [at, line] of lines.entries()) {
    if (kinds[at] === "text" && TABLE.test(line)) isInside = !/\bmarkdown\s*=/i.test(line);
    if (kinds[at] === "fence" || /<\/table>|<pre\b/i.test(line)) isInside = false;
    if (!isInside || !/^ {4,}<\/?[a-z]/i.test(line)) continue;
    for (let above = at - 1; lines[above]?.trim() === ""; above -= 1) blanks.add(above);
  }
  return blanks;
}
