import { hugoMark } from "./hugo-marks.ts";
import { comment, liquidOutput, liquidTag } from "./liquid-marks.ts";
import type { Mark } from "./mark.ts";
import { MarkEnds } from "./mark-ends.ts";
import type { Syntax } from "./syntax.ts";
import { zolaMark } from "./zola-marks.ts";

/** What opens a mark. */
const OPENING = /\{[{%#]/g;

/** Finds the marks of a text, in order; none lies in another. Takes time in proportion to the text. */
export function findMarks(text: string, syntax: Syntax): readonly Mark[] {
  const marks: Mark[] = [];
  const ends = new MarkEnds(text);
  OPENING.lastIndex = 0;
  for (let at = nextOpening(text, 0); at !== -1; ) {
    const mark = markAt(text, at, syntax, ends);
    if (mark !== null) marks.push(mark);
    at = nextOpening(text, mark?.to ?? at + 1);
  }
  return marks;
}

function nextOpening(text: string, from: number): number {
  OPENING.lastIndex = from;
  return OPENING.exec(text)?.index ?? -1;
}

function markAt(text: string, from: number, syntax: Syntax, ends: MarkEnds): Mark | null {
  const opening = text.slice(from, from + 2);
  const third = text[from + 2] ?? "";
  if (opening === "{#") return syntax.comments ? comment(from, ends) : null;
  if (opening === "{{" && syntax.hugo && /[<%]/.test(third)) return hugoMark(text, from, third, ends);
  if (syntax.zola) return zolaMark(text, from, opening, ends);
  if (!syntax.liquid) return null;
  return opening === "{{" ? liquidOutput(text, from, ends) : liquidTag(text, from, ends);
}
