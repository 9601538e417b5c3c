/** A mark that another generator's templates would have filled in. */
export interface TemplateMark {
  readonly text: string;
  readonly offset: number;
}

/** A run of backticks, or a line that opens a fence: one of backticks has none behind them (CommonMark §4.5). */
const OPENING = /^ {0,3}(?!`+[^`\n]+`)(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n|`+/gm;
/** A line that may close a fence. */
const CLOSING = /^ {0,3}(`{3,}|~{3,})[ \t]*$/gm;
/** Shortcodes of Hugo, tags and outputs of Liquid, Nunjucks and Tera. */
const MARK = /\{\{[<%]?[^{}\n]{1,200}[>%]?\}\}|\{%[^{}\n]{1,200}%\}/g;

/** Finds the marks of a Markdown text that stand outside code, each text once. */
export function templateMarks(markdown: string): readonly TemplateMark[] {
  if (!markdown.includes("{{") && !markdown.includes("{%")) return [];
  const marks = new Map<string, TemplateMark>();
  for (const { 0: text, index } of withoutCode(markdown).matchAll(MARK)) {
    if (!marks.has(text)) marks.set(text, { text, offset: index });
  }
  return [...marks.values()];
}

/** The text with spaces in the place of its code. */
function withoutCode(markdown: string): string {
  const endOfSpan = spanEnds(markdown);
  let prose = "";
  let from = 0;
  OPENING.lastIndex = 0;
  for (let found = OPENING.exec(markdown); found !== null; found = OPENING.exec(markdown)) {
    const { 0: opening, 1: fence, index } = found;
    const inside = index + opening.length;
    const end = fence === undefined ? endOfSpan(index, opening.length) : endOfFence(markdown, inside, fence);
    OPENING.lastIndex = end ?? inside;
    if (end === null) continue;
    prose += markdown.slice(from, index) + markdown.slice(index, end).replace(/[^\n]/g, " ");
    from = end;
  }
  return prose + markdown.slice(from);
}

/** Where the first line ends that closes a fence; the end of the text where none does. */
function endOfFence(markdown: string, inside: number, fence: string): number {
  CLOSING.lastIndex = inside;
  for (let found = CLOSING.exec(markdown); found !== null; found = CLOSING.exec(markdown)) {
    const { 0: line, 1: run = "", index } = found;
    if (run.startsWith(fence)) return index + line.length;
  }
  return markdown.length;
}

/**
 * Where a span of code ends that opens at an offset: behind the next run of as many backticks
 * (CommonMark §6.1); null where there is none. Asked for in the order of the text: each run is looked
 * at once.
 */
function spanEnds(markdown: string): (opening: number, length: number) => number | null {
  const runs = new Map<number, number[]>();
  for (const { 0: run, index } of markdown.matchAll(/`+/g)) {
    const alike = runs.get(run.length);
    if (alike) alike.push(index);
    else runs.set(run.length, [index]);
  }
  for (const alike of runs.values()) alike.reverse();
  return (opening, length) => {
    const alike = runs.get(length) ?? [];
    while ((alike.at(-1) ?? Infinity) <= opening) alike.pop();
    const closing = alike.at(-1);
    return closing === undefined ? null : closing + length;
  };
}
