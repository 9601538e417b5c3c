import type { Filling } from "../known/filling.ts";
import { NOTHING } from "../known/filling.ts";
import type { NamedTag } from "../known/known-marks.ts";
import { knownFilling, namedTag, wordsOf } from "../known/known-marks.ts";
import type { OwnTemplates } from "../known/own-templates.ts";
import { ownFilter } from "../known/own-templates.ts";
import type { Writing } from "../known/pictures.ts";
import type { Mark, TagMark } from "../marks/mark.ts";
import type { Partners } from "../marks/pair-marks.ts";
import { pairMarks } from "../marks/pair-marks.ts";
import { evaluate } from "../values/expression.ts";
import type { Scope } from "../values/scope.ts";
import { printed, UNKNOWN } from "../values/value.ts";
import { writeNothing } from "../write/leave-link.ts";
import type { MarkPlace, TextKind } from "../write/mark-place.ts";
import { Output } from "../write/output.ts";
import { closeAround, openAround } from "../write/write-around.ts";
import { writeCode } from "../write/write-code.ts";
import { writeFilling } from "../write/write-filling.ts";
import type { Span } from "./branches.ts";
import { assignment, CONTROL, fillControl } from "./fill-control.ts";
import type { Include } from "./included.ts";
import type { InsideOfMark, Told } from "./told.ts";
import { ToldMarks } from "./told.ts";

/** A text with marks, and all that fills them. */
export interface TextWithMarks {
  readonly source: string;
  readonly marks: readonly Mark[];
  readonly kind: TextKind;
  readonly isCode: (offset: number) => boolean;
  readonly scope: Scope;
  readonly own: OwnTemplates;
  readonly writing: Writing;
  readonly include: Include;
}

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
  #out: Output;
  /** Where the source goes on. */
  #at = 0;
  /** Loops that are gone through. */
  #loops = 0;
  /** Whether what is written becomes code. */
  #isInCode = false;

  constructor(text: TextWithMarks) {
    this.#text = text;
    this.#partners = pairMarks(text.marks);
    this.#out = new Output(text.source);
  }

  fill(): FilledText {
    const { source, marks } = this.#text;
    this.#walk({ after: -1, before: marks.length }, source.length);
    return { output: this.#out, told: this.#told.list };
  }

  /** Goes through the marks of a span, and copies what stands between them, up to an offset. */
  #walk({ after, before }: Span, end: number): void {
    for (let k = after + 1; k < before; k += 1) {
      const mark = this.#text.marks[k];
      if (mark === undefined) continue;
      if (mark.from < this.#at) {
        // What was left out before it may have ended inside it: its rest goes too.
        this.#at = Math.max(this.#at, mark.to);
        continue;
      }
      this.#copyTo(mark.from);
      this.#at = mark.to;
      if (mark.trimsBefore) this.#out.trimEnd();
      k = this.#fillMark(mark, k);
      const last = this.#text.marks[k];
      if (last?.trimsBehind && this.#at === last.to) this.#skipSpace();
    }
    this.#copyTo(end);
    this.#at = Math.max(this.#at, end);
  }

  /** What a loop repeats is paid for. */
  #copyTo(end: number): void {
    if (this.#loops > 0 && !this.#text.scope.budget.spend(end - this.#at)) return;
    this.#out.copy(this.#at, end);
  }

  /** The inside of a pair. */
  #walkInside(span: Span): void {
    const opening = this.#text.marks[span.after];
    this.#at = opening?.to ?? this.#at;
    if (opening?.trimsBehind) this.#skipSpace();
    this.#walk(span, this.#text.marks[span.before]?.from ?? this.#text.source.length);
  }

  #skipSpace(): void {
    const { source } = this.#text;
    while (/\s/.test(source[this.#at] ?? "")) this.#at += 1;
  }

  /** Fills a mark, with its inside. Gives the place of its last mark. */
  #fillMark(mark: Mark, at: number): number {
    if (mark.kind === "literal") this.#out.write(mark.text, mark.innerFrom, true);
    else if (mark.kind === "stray") this.#tell(mark, null);
    else if (mark.kind === "output") this.#fillOutput(mark);
    else if (mark.kind === "tag") return this.#fillTag(mark, at);
    return at;
  }

  #fillOutput(mark: Mark & { readonly kind: "output" }): void {
    const { scope, own } = this.#text;
    const text = printed(evaluate(mark.inside, scope));
    const named = text === UNKNOWN ? ownFilter(mark.inside, own, scope) : null;
    if (named !== null) this.#at = writeFilling(named, this.#place(mark));
    else if (text !== UNKNOWN && scope.budget.spend(text.length))
      this.#at = writeFilling({ kind: "value", text }, this.#place(mark));
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
      const place = this.#place(mark);
      this.#at = words === NOTHING ? writeNothing(place) : writeFilling(words, place);
      if (isPair) this.#walkInside(inside);
    } else if (known.kind === "around") {
      const isBlock = openAround(known.before, this.#place(mark));
      if (isPair) this.#walkInside(inside);
      closeAround(known.after, isBlock, this.#place(mark));
    } else if (known.kind === "code") {
      const code = this.#insideAsText(inside, true);
      writeCode(code, known.language, { ...this.#place(mark), from: mark.to });
    } else if (!scope.budget.spend(known.kind === "element" ? known.html.length : 10)) {
      this.#leaveOut(mark, tag.key);
    } else {
      this.#at = writeFilling(known, this.#place(mark));
    }
    if (!isPair) return at;
    this.#at = Math.max(this.#at, this.#text.marks[partner]?.to ?? this.#at);
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
      walkAgain: (span) => {
        this.#loops += 1;
        this.#walkInside(span);
        this.#loops -= 1;
      },
      textOf: (span) => this.#insideAsText(span, false),
    });
    this.#at = Math.max(this.#at, marks[inside.before]?.to ?? this.#at);
    if (!isFilled) this.#leaveOut(mark, mark.name, "whole");
    scope.budget.spend(1);
  }

  /** What the inside of a pair comes to, apart from the text. */
  #insideAsText(inside: Span, isCode: boolean): string {
    const [out, wasInCode] = [this.#out, this.#isInCode];
    this.#out = new Output(this.#text.source);
    this.#isInCode = wasInCode || isCode;
    this.#walkInside(inside);
    const { text } = this.#out;
    [this.#out, this.#isInCode] = [out, wasInCode];
    return text;
  }

  #place({ from }: Mark): MarkPlace {
    const { source, kind, isCode, scope } = this.#text;
    return {
      out: this.#out,
      source,
      from,
      to: this.#at,
      kind,
      isCode: this.#isInCode || isCode(from),
      origin: scope.values.origin,
    };
  }

  #leaveOut(mark: Mark, key: string | null, inside: InsideOfMark = "gone"): void {
    this.#tell(mark, key, inside);
    this.#at = writeNothing(this.#place(mark));
  }

  #tell(mark: Mark, key: string | null, inside: InsideOfMark = "gone"): void {
    this.#told.add(mark, this.#text.source, key, inside);
  }
}
