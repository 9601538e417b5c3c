import { commonMarks } from "./common-marks.ts";
import type { Region } from "./fill/code-regions.ts";
import { htmlCode, markdownCode } from "./fill/code-regions.ts";
import type { FilledText } from "./fill/fill-text.ts";
import { fillText } from "./fill/fill-text.ts";
import type { TextWithMarks } from "./fill/passage.ts";
import { findMarks } from "./marks/find-marks.ts";
import type { Mark } from "./marks/mark.ts";
import { pairMarks } from "./marks/pair-marks.ts";
import type { Syntax } from "./marks/syntax.ts";
import type { TextKind } from "./write/mark-place.ts";

/** A text whose marks are filled. */
export interface FilledMarks {
  readonly filled: FilledText;
  /** The text with spaces in the place of the marks that were filled. */
  readonly rest: string;
}

/** Finds the marks of a text that count, and fills them. Takes time in proportion to the text. */
export function fillMarks(text: Omit<TextWithMarks, "marks" | "isCode">, syntax: Syntax): FilledMarks {
  const { source, kind, own } = text;
  const found = findMarks(source, syntax);
  const isOwn = (name: string) => Object.hasOwn(own, name);
  const candidates = syntax.isWhole ? found : commonMarks(inOnePlace(source, kind, found), isOwn);
  const regionOf = regionFinder(codeOf(withoutMarks(source, candidates), kind));
  const marks = syntax.isWhole ? candidates : candidates.filter((mark) => isOutside(mark, regionOf));
  const filled = fillText({ ...text, marks, isCode: (offset) => regionOf(offset) !== null });
  return { filled, rest: withoutMarks(source, marks) };
}

/** The text with spaces in the place of marks, and of what they make code. */
function withoutMarks(source: string, marks: readonly Mark[]): string {
  const partners = pairMarks(marks);
  let text = "";
  let from = 0;
  for (const [at, mark] of marks.entries()) {
    const partner = marks[partners[at] ?? -1];
    const isCode = mark.kind === "tag" && /^(?:highlight|codeblock)$/.test(mark.name);
    const end = isCode && partner !== undefined ? Math.max(mark.to, partner.to) : mark.to;
    if (end <= from) continue;
    const start = Math.max(from, mark.from);
    text += source.slice(from, start) + source.slice(start, end).replace(/[^\n]/g, " ");
    from = end;
  }
  return text + source.slice(from);
}

function codeOf(text: string, kind: TextKind): readonly Region[] {
  return kind === "markdown" ? markdownCode(text) : kind === "html" ? htmlCode(text) : [];
}

/** Finds the region that holds an offset. */
function regionFinder(regions: readonly Region[]): (offset: number) => Region | null {
  return (offset) => {
    let [low, high] = [0, regions.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((regions[middle]?.to ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const region = regions[low];
    return region !== undefined && region.from <= offset ? region : null;
  };
}

/** Without what begins in code and ends elsewhere: two marks that are talked about. */
function inOnePlace(source: string, kind: TextKind, marks: readonly Mark[]): readonly Mark[] {
  if (!marks.some(({ kind: one }) => one === "literal")) return marks;
  const regionOf = regionFinder(codeOf(source, kind));
  return marks.filter((mark) => mark.kind !== "literal" || regionOf(mark.from) === regionOf(mark.to - 1));
}

/** Whether a mark counts in a folder of no generator: in code that is only what was written to be unwrapped. */
function isOutside(mark: Mark, regionOf: (offset: number) => Region | null): boolean {
  return mark.kind === "literal" || regionOf(mark.from) === null;
}
