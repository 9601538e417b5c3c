import type { Filling } from "../known/filling.ts";
import type { OwnTemplates } from "../known/own-templates.ts";
import type { Writing } from "../known/pictures.ts";
import type { Mark } from "../marks/mark.ts";
import type { Scope } from "../values/scope.ts";
import { writeNothing } from "../write/leave-link.ts";
import type { MarkPlace, TextKind } from "../write/mark-place.ts";
import { Output } from "../write/output.ts";
import { writeFilling } from "../write/write-filling.ts";
import type { Include } from "./included.ts";

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

/** How far a text has been read, and what has been written of it. */
export class Passage {
  readonly #text: TextWithMarks;
  /** Where the source goes on. */
  at = 0;
  #out: Output;
  /** Loops that are gone through. */
  #loops = 0;
  /** Whether what is written becomes code. */
  #isInCode = false;

  constructor(text: TextWithMarks) {
    this.#text = text;
    this.#out = new Output(text.source);
  }

  get out(): Output {
    return this.#out;
  }

  /** Goes on behind an offset, never back. */
  skipTo(offset: number): void {
    this.at = Math.max(this.at, offset);
  }

  skipSpace(): void {
    const { source } = this.#text;
    while (/\s/.test(source[this.at] ?? "")) this.at += 1;
  }

  /** Copies what stands up to an offset. What a loop repeats is paid for. */
  copyTo(end: number): void {
    if (end <= this.at) return;
    if (this.#loops > 0 && !this.#text.scope.budget.spend(end - this.at)) return;
    this.#out.copy(this.at, end);
  }

  /** Walks a part that is copied once more. */
  inLoop(walk: () => void): void {
    this.#loops += 1;
    walk();
    this.#loops -= 1;
  }

  /** What a walk writes, apart from the text. */
  apart(isCode: boolean, walk: () => void): string {
    const [out, wasInCode] = [this.#out, this.#isInCode];
    this.#out = new Output(this.#text.source);
    this.#isInCode = wasInCode || isCode;
    walk();
    const { text } = this.#out;
    [this.#out, this.#isInCode] = [out, wasInCode];
    return text;
  }

  /** Writes what takes the place of a mark, and goes on behind it. */
  fill(mark: Mark, filling: Filling): void {
    this.at = writeFilling(filling, this.placeOf(mark));
  }

  /** Leaves a mark out, and a link that would lead to it. */
  leaveOut(mark: Mark): void {
    this.at = writeNothing(this.placeOf(mark));
  }

  /** Where a mark stands, as far as the text has been read. */
  placeOf({ from }: Mark): MarkPlace {
    const { source, kind, isCode, scope } = this.#text;
    return {
      out: this.#out,
      source,
      from,
      to: this.at,
      kind,
      isCode: this.#isInCode || isCode(from),
      origin: scope.values.origin,
    };
  }
}
