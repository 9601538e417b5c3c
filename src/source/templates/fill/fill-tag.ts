import type { Filling } from "../known/filling.ts";
import { NOTHING } from "../known/filling.ts";
import type { NamedTag } from "../known/known-marks.ts";
import { knownFilling, namedTag, wordsOf } from "../known/known-marks.ts";
import type { TagMark } from "../marks/mark.ts";
import type { Partners } from "../marks/pair-marks.ts";
import { evaluate } from "../values/expression.ts";
import { closeAround, openAround } from "../write/write-around.ts";
import { writeCode } from "../write/write-code.ts";
import type { Span } from "./branches.ts";
import { assignment, CONTROL, fillControl } from "./fill-control.ts";
import type { Passage, TextWithMarks } from "./passage.ts";
import type { ToldMarks } from "./told.ts";

/** A text whose marks are being filled. */
export interface TextAtWork {
  readonly text: TextWithMarks;
  readonly partners: Partners;
  readonly passage: Passage;
  readonly told: ToldMarks;
  /** Fills the inside of a pair. */
  readonly walkInside: (span: Span) => void;
}

/** Fills a tag, with its inside. Gives the place of its last mark. */
export function fillTag(mark: TagMark, at: number, on: TextAtWork): number {
  const { passage, told, partners, text } = on;
  const { scope, own, writing, marks } = text;
  const partner = partners[at] ?? -1;
  const isPair = partner > at;
  const tag = namedTag(mark, scope);
  if (mark.isClosing) {
    told.add(mark, tag.key);
    return at;
  }
  const inside = { after: at, before: partner };
  if (mark.family === "liquid" && !Object.hasOwn(own, tag.key)) {
    if (isPair && CONTROL.test(mark.name)) {
      fillControlPair(mark, inside, on);
      return partner;
    }
    const assigned = mark.name === "assign" || mark.name === "set" ? assignment(mark) : null;
    if (assigned !== null) scope.assign(assigned.name, evaluate(assigned.expression, scope));
  }
  const walk = () => {
    if (isPair) on.walkInside(inside);
  };
  const known = knownFilling(mark, tag, isPair, { own, writing, scope }) ?? included(mark, tag, on);
  if (known === null) {
    told.add(mark, tag.key, isPair ? "kept" : "gone");
    const words = isPair ? NOTHING : wordsOf(tag);
    if (words === NOTHING) passage.leaveOut(mark);
    else passage.fill(mark, words);
    walk();
  } else if (known.kind === "around") {
    const isBlock = openAround(known.before, passage.placeOf(mark));
    walk();
    closeAround(known.after, isBlock, passage.placeOf(mark));
  } else if (known.kind === "code") {
    const code = passage.apart(true, () => on.walkInside(inside));
    writeCode(code, known.language, { ...passage.placeOf(mark), from: mark.to });
  } else if (!scope.budget.spend(known.kind === "element" ? known.html.length : 10)) {
    told.add(mark, tag.key);
    passage.leaveOut(mark);
  } else passage.fill(mark, known);
  if (!isPair) return at;
  passage.skipTo(marks[partner]?.to ?? 0);
  return partner;
}

/** The text that an include brings in; null where it names none. */
function included(mark: TagMark, { key, args }: NamedTag, { text, told }: TextAtWork): Filling | null {
  if (key === mark.name) return null;
  const found = text.include(mark.name, key.slice("include ".length), args, text.scope);
  if (found?.isPart) told.add(mark, key, "part");
  return found && { kind: "value", text: found.text };
}

function fillControlPair(mark: TagMark, inside: Span, on: TextAtWork): void {
  const { passage, told, partners, walkInside } = on;
  const { marks, scope } = on.text;
  const isFilled = fillControl(mark, inside, {
    marks,
    partners,
    scope,
    walk: walkInside,
    walkAgain: (span) => passage.inLoop(() => walkInside(span)),
    textOf: (span) => passage.apart(false, () => walkInside(span)),
  });
  passage.skipTo(marks[inside.before]?.to ?? 0);
  if (!isFilled) {
    told.add(mark, mark.name, "whole");
    passage.leaveOut(mark);
  }
  scope.budget.spend(1);
}
