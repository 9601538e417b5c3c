import type { Filling } from "../known/filling.ts";
import { NOTHING } from "../known/filling.ts";
import type { NamedTag } from "../known/known-marks.ts";
import { knownFilling, namedTag, wordsOf } from "../known/known-marks.ts";
import { ownFilter } from "../known/own-templates.ts";
import type { Mark, TagMark } from "../marks/mark.ts";
import type { Partners } from "../marks/pair-marks.ts";
import { pairMarks } from "../marks/pair-marks.ts";
import { evaluate } from "../values/expression.ts";
import { printed, UNKNOWN } from "../values/value.ts";
import { writeNothing } from "../write/leave-link.ts";
import type { Output } from "../write/output.ts";
import { closeAround, openAround } from "../write/write-around.ts";
import { writeCode } from "../write/write-code.ts";
import { writeFilling } from "../write/write-filling.ts";
import type { Span } from "./branches.ts";
import { assignment, CONTROL, fillControl } from "./fill-control.ts";
import type { TextWithMarks } from "./passage.ts";
import { Passage } from "./passage.ts";
import type { InsideOfMark, Told } from "./told.ts";
import { ToldMarks } from "./told.ts";

/** A text whose marks are filled. */
export interface FilledText {
  readonly output: Output;
  /** Each kind of mark once. */
  readonly told: readonly Told[];
}

/** Fills the marks of a text, or leaves them out and tells of them. */
export function fillText(text: TextWithMarks): FilledText {
  return new Filler(text).fill();
}

class Filler {
  readonly #text: TextWithMarks;
  readonly #partners: Partners;
  readonly #told = new ToldMarks();
  readonly #passage: Passage;

  constructor(text: TextWithMarks) {
    this.#text = text;
    this.#partners = pairMarks(text.marks);
    this.#passage = new Passage(text);
  }

  fill(): FilledText {
    const { source, marks } = this.#text;
    this.#walk({ after: -1, before: marks.length }, source.length);
    return { output: this.#passage.out, told: this.#told.list };
  }

  /** Goes through the marks of a span, and copies what stands between them, up to an offset. */
  #walk({ after, before }: Span, end: number): void {
    const passage = this.#passage;
    for (let k = after + 1; k < before; k += 1) {
      const mark = this.#text.marks[k];
      if (mark === undefined) continue;
      if (mark.from < passage.at) {
        // What was left out before it may have ended inside it: its rest goes too.
        passage.skipTo(mark.to);
        continue;
      }
      passage.copyTo(mark.from);
      passage.at = mark.to;
      if (mark.trimsBefore) passage.out.trimEnd();
      k = this.#fillMark(mark, k);
      const last = this.#text.marks[k];
      if (last?.trimsBehind && passage.at === last.to) passage.skipSpace();
    }
    passage.copyTo(end);
    passage.skipTo(end);
  }

  /** The inside of a pair. */
  #walkInside(span: Span): void {
    const opening = this.#text.marks[span.after];
    this.#passage.at = opening?.to ?? this.#passage.at;
    if (opening?.trimsBehind) this.#passage.skipSpace();
    this.#walk(span, this.#text.marks[span.before]?.from ?? this.#text.source.length);
  }

  /** Fills a mark, with its inside. Gives the place of its last mark. */
  #fillMark(mark: Mark, at: number): number {
    if (mark.kind === "literal") this.#passage.out.write(mark.text, mark.innerFrom, true);
    else if (mark.kind === "stray") this.#tell(mark, null);
    else if (mark.kind === "output") this.#fillOutput(mark);
    else if (mark.kind === "tag") return this.#fillTag(mark, at);
    return at;
  }

  #fillOutput(mark: Mark & { readonly kind: "output" }): void {
    const { scope, own } = this.#text;
    const text = printed(evaluate(mark.inside, scope));
    const named = text === UNKNOWN ? ownFilter(mark.inside, own, scope) : null;
    if (named !== null) this.#passage.at = writeFilling(named, this.#passage.placeOf(mark));
    else if (text !== UNKNOWN && scope.budget.spend(text.length))
      this.#passage.at = writeFilling({ kind: "value", text }, this.#passage.placeOf(mark));
    else this.#leaveOut(mark, null);
  }

  #fillTag(mark: TagMark, at: number): number {
    const partner = this.#partners[at] ?? -1;
    const isPair = partner > at;
    const { scope, own, writing } = this.#text;
    const tag = namedTag(mark, scope);
    if (mark.isClosing) {
      this.#tell(mark, tag.key);
      return at;
    }
    const inside = { after: at, before: partner };
    const isOwn = Object.hasOwn(own, tag.key);
    if (mark.family === "liquid" && !isOwn) {
      if (isPair && CONTROL.test(mark.name)) {
        this.#fillControl(mark, inside);
        return partner;
      }
      const assigned = mark.name === "assign" || mark.name === "set" ? assignment(mark) : null;
      if (assigned !== null) scope.assign(assigned.name, evaluate(assigned.expression, scope));
    }
    const known = knownFilling(mark, tag, isPair, { own, writing, scope }) ?? this.#included(mark, tag);
    if (known === null) {
      this.#tell(mark, tag.key, isPair ? "kept" : "gone");
      const words = isPair ? NOTHING : wordsOf(tag);
      const place = this.#passage.placeOf(mark);
      this.#passage.at = words === NOTHING ? writeNothing(place) : writeFilling(words, place);
      if (isPair) this.#walkInside(inside);
    } else if (known.kind === "around") {
      const isBlock = openAround(known.before, this.#passage.placeOf(mark));
      if (isPair) this.#walkInside(inside);
      closeAround(known.after, isBlock, this.#passage.placeOf(mark));
    } else if (known.kind === "code") {
      const code = this.#passage.apart(true, () => this.#walkInside(inside));
      writeCode(code, known.language, { ...this.#passage.placeOf(mark), from: mark.to });
    } else if (!scope.budget.spend(known.kind === "element" ? known.html.length : 10)) {
      this.#leaveOut(mark, tag.key);
    } else {
      this.#passage.at = writeFilling(known, this.#passage.placeOf(mark));
    }
    if (!isPair) return at;
    this.#passage.skipTo(this.#text.marks[partner]?.to ?? 0);
    return partner;
  }

  /** The text that an include brings in; null where it names none. */
  #included(mark: TagMark, { key, args }: NamedTag): Filling | null {
    const { include, scope, source } = this.#text;
    if (mark.family !== "liquid" || key === mark.name) return null;
    const found = include(mark.name, key.slice("include ".length), args, scope);
    if (found?.isPart) this.#told.add(mark, source, key, "part");
    return found && { kind: "value", text: found.text };
  }

  #fillControl(mark: TagMark, inside: Span): void {
    const { marks, scope } = this.#text;
    const isFilled = fillControl(mark, inside, {
      marks,
      partners: this.#partners,
      scope,
      walk: (span) => this.#walkInside(span),
      walkAgain: (span) => this.#passage.inLoop(() => this.#walkInside(span)),
      textOf: (span) => this.#passage.apart(false, () => this.#walkInside(span)),
    });
    this.#passage.skipTo(marks[inside.before]?.to ?? 0);
    if (!isFilled) this.#leaveOut(mark, mark.name, "whole");
    scope.budget.spend(1);
  }

  #leaveOut(mark: Mark, key: string | null, inside: InsideOfMark = "gone"): void {
    this.#tell(mark, key, inside);
    this.#passage.at = writeNothing(this.#passage.placeOf(mark));
  }

  #tell(mark: Mark, key: string | null, inside: InsideOfMark = "gone"): void {
    this.#told.add(mark, this.#text.source, key, inside);
  }
}
