/** A part of a text that is code: from its first character to behind its last one. */
export interface Region {
  readonly from: number;
  readonly to: number;
}

/** A run of backticks, or a line that opens a fence: one of backticks has none behind them (CommonMark §4.5). */
const OPENING = /^ {0,3}(?!`+[^`\n]+`)(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n|`+/gm;
/** A line that may close a fence. */
const CLOSING = /^ {0,3}(`{3,}|~{3,})[ \t]*$/gm;

/** Finds the code of a Markdown text, in order. */
export function markdownCode(markdown: string): readonly Region[] {
  const endOfSpan = spanEnds(markdown);
  const regions: Region[] = [];
  OPENING.lastIndex = 0;
  for (let found = OPENING.exec(markdown); found !== null; found = OPENING.exec(markdown)) {
    const { 0: opening, 1: fence, index } = found;
    const inside = index + opening.length;
    const end = fence === undefined ? endOfSpan(index, opening.length) : endOfFence(markdown, inside, fence);
    OPENING.lastIndex = end ?? inside;
    if (end !== null) regions.push({ from: index, to: end });
  }
  return regions;
}

/** Finds the code of HTML, in order. */
export function htmlCode(html: string): readonly Region[] {
  const regions: Region[] = [];
  for (const { 0: tag, 1: slash, index } of html.matchAll(/<(\/?)(?:pre|code)\b/gi)) {
    const last = regions.at(-1);
    if (slash === "") {
      if (last === undefined || last.to < index) regions.push({ from: index, to: html.length });
    } else if (last !== undefined && last.to >= index) {
      regions.splice(-1, 1, { from: last.from, to: index + tag.length });
    }
  }
  return regions;
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
