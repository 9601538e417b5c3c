import { ownFilter } from "../known/own-templates.ts";
import type { Mark } from "../marks/mark.ts";
import { pairMarks } from "../marks/pair-marks.ts";
import { evaluate } from "../values/expression.ts";
import { printed, UNKNOWN } from "../values/value.ts";
import type { Output } from "../write/output.ts";
import type { Span } from "./branches.ts";
import type { TextAtWork } from "./fill-tag.ts";
import { fillTag } from "./fill-tag.ts";
import type { TextWithMarks } from "./passage.ts";
import { Passage } from "./passage.ts";
import type { Told } from "./told.ts";
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
  readonly #told: ToldMarks;
  readonly #passage: Passage;
  readonly #atWork: TextAtWork;
  readonly #ends = new Map<number, number>();

  constructor(text: TextWithMarks) {
    this.#text = text;
    const told = new ToldMarks(text.source);
    const passage = new Passage(text);
    const walkInside = (span: Span) => this.#walkInside(span);
    this.#told = told;
    this.#passage = passage;
    this.#atWork = { text, partners: pairMarks(text.marks), passage, told, walkInside };
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
  }

  /** The inside of a pair. */
  #walkInside(span: Span): void {
    const opening = this.#text.marks[span.after];
    this.#passage.at = opening?.to ?? this.#passage.at;
    if (opening?.trimsBehind) this.#passage.skipSpace();
    this.#walk(span, this.#endOf(span));
  }

  /** Where the text of a span ends: before the white space that its last mark takes with it. */
  #endOf({ before }: Span): number {
    const known = this.#ends.get(before);
    if (known !== undefined) return known;
    const { source, marks } = this.#text;
    const closing = marks[before];
    let end = closing?.from ?? source.length;
    if (closing?.trimsBefore) while (/\s/.test(source[end - 1] ?? "")) end -= 1;
    this.#ends.set(before, end);
    return end;
  }

  /** Fills a mark, with its inside. Gives the place of its last mark. */
  #fillMark(mark: Mark, at: number): number {
    if (mark.kind === "literal") this.#passage.out.write(mark.text, mark.innerFrom, true);
    else if (mark.kind === "stray") this.#told.add(mark, null);
    else if (mark.kind === "output") this.#fillOutput(mark);
    else if (mark.kind === "tag") return fillTag(mark, at, this.#atWork);
    return at;
  }

  #fillOutput(mark: Mark & { readonly kind: "output" }): void {
    const { scope, own } = this.#text;
    const text = printed(evaluate(mark.inside, scope));
    const named = text === UNKNOWN ? ownFilter(mark.inside, own, scope) : null;
    if (named !== null) this.#passage.fill(mark, named);
    else if (text !== UNKNOWN && scope.budget.spend(text.length))
      this.#passage.fill(mark, { kind: "value", text });
    else {
      this.#told.add(mark, null);
      this.#passage.leaveOut(mark);
    }
  }
}
