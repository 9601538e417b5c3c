import type { MarkedLine } from "./marks.ts";
import { isItem, markLines } from "./marks.ts";
import { hasColumns } from "./table-runs.ts";
import type { NewswireLine } from "./written-lines.ts";

const SENTENCE_END = /[.!?:;…]["'”’)\]]*$/u;

/** How a text shows where its paragraphs begin. */
export interface Layout {
  /** Lines that no paragraph begins between, unless each line is one. */
  readonly groups: readonly (readonly MarkedLine[])[];
  /** Whether the lines of a group are one paragraph, and not one each. */
  readonly isJoined: boolean;
}

/** Lines of a wrapped text are no longer than this, and most of them nearly as long as the longest. */
const MAX_WRAPPED_LINE = 120;
/** White space that a paragraph begins with. */
const MIN_INDENT = 2;
/** A text that is indented as a whole is a list of short lines, unless its lines are longer than this. */
const MIN_WRAPPED_LINE = 45;

/**
 * Finds out how a text is laid out. Its paragraphs begin with white space, lie between blank lines, or
 * are one line each: the text itself tells.
 */
export function layoutOf(lines: readonly NewswireLine[], headlineIndent: number): Layout {
  const margin = lines.reduce((least, { indent }) => Math.min(least, indent), Infinity);
  const isInside = (line: NewswireLine) => line.indent >= margin + MIN_INDENT;
  if (isIndented(lines, isInside)) {
    const begins = (line: NewswireLine) => isInside(line) || (line.indent > margin && isItem(line));
    const marked = markLines(lines, {
      // What stands one space to the right is a table: paragraphs begin further in.
      isRow: (line) => hasColumns(line) || (line.indent === margin + 1 && !isItem(line)),
      goesOn: (line, above) => line.line === above.line + 1 && !begins(line),
    });
    return { groups: groupsOf(marked, begins), isJoined: true };
  }
  const groups = groupsOf(markLines(lines, { isRow: hasColumns, goesOn: () => false }), () => false);
  const isShifted = margin >= headlineIndent + MIN_INDENT;
  return { groups, isJoined: isWrapped(groups) && (!isShifted || isFilled(groups)) };
}

/** Whether paragraphs begin with white space, and go on without it in the middle of a sentence. */
function isIndented(lines: readonly NewswireLine[], isInside: (line: NewswireLine) => boolean): boolean {
  if (lines.some(({ text }) => text.length > MAX_WRAPPED_LINE)) return false;
  const pairs = lines
    .slice(1)
    .map((next, at) => [lines[at], next] as const)
    .filter((pair): pair is [NewswireLine, NewswireLine] => pair[1].line === (pair[0]?.line ?? 0) + 1);
  const goingOn = pairs.filter(([, next]) => !isInside(next));
  const broken = goingOn.filter(([{ text }]) => !SENTENCE_END.test(text));
  const beginning = pairs.filter(([line]) => isInside(line));
  const followed = beginning.filter(([, next]) => !isInside(next));
  const [first] = lines;
  const isRule =
    first !== undefined && isInside(first)
      ? followed.length > 0
      : followed.length > 1 && followed.length * 2 > beginning.length;
  return isRule && broken.length * 2 > goingOn.length;
}

/** Lines with no blank one between them, nor one that begins a paragraph. */
function groupsOf(lines: readonly MarkedLine[], begins: (line: NewswireLine) => boolean): MarkedLine[][] {
  const groups: MarkedLine[][] = [];
  let above: MarkedLine | null = null;
  for (const line of lines) {
    const isBelow = above !== null && line.line === above.line + 1;
    if (isBelow && !begins(line)) groups.at(-1)?.push(line);
    else groups.push([line]);
    above = line;
  }
  return groups;
}

/**
 * Lines are wrapped where most that have another below them break off inside a sentence, and come
 * near the longest line: verses and results break off too, but anywhere.
 */
function isWrapped(groups: readonly (readonly MarkedLine[])[]): boolean {
  const texts = groups.map((group) => group.filter(({ mark }) => mark === "text"));
  const inner = texts.flatMap((group) => group.slice(0, -1)).map(({ text }) => text);
  const longest = texts.flat().reduce((most, { text }) => Math.max(most, text.length), 0);
  if (longest > MAX_WRAPPED_LINE) return false;
  const broken = inner.filter((line) => !SENTENCE_END.test(line));
  const long = inner.filter((line) => line.length >= longest * 0.6);
  return broken.length * 2 > inner.length && long.length * 2 > inner.length;
}

/** Whether lines are so long that the next word would not have had room. */
function isFilled(groups: readonly (readonly MarkedLine[])[]): boolean {
  const longest = groups.flat().reduce((most, { text }) => Math.max(most, text.length), 0);
  const pairs = groups.flatMap((group) =>
    group.slice(1).map((line, at) => [group[at]?.text ?? "", line.text] as const),
  );
  const full = pairs.filter(
    ([line, next]) => line.length + 1 + next.split(" ", 1).join().length > longest - 3,
  );
  return longest >= MIN_WRAPPED_LINE && full.length * 4 > pairs.length * 3;
}
