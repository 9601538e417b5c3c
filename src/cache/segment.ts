import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Stretch } from "./stretch.ts";
import { StretchReader, StretchWriter } from "./stretch.ts";

/** Where a segment holds what became of one source file. */
export interface SegmentPlace {
  readonly segment: string;
  readonly outcome: Stretch;
  /** The long text; of no bytes where the file holds no article. */
  readonly text: Stretch;
}

/** The two files of a segment: outcomes are read all together, texts one by one. */
const FILES = { outcome: "outcomes", text: "texts" } as const;

/** Whether a folder holds a segment. */
export function isSegmentIn(folder: string, name: string): boolean {
  return existsSync(join(folder, `${name}.${FILES.outcome}`));
}

/** Writes a new segment. What `add` took can be read after `flush`. Throws what the disk throws. */
export class SegmentWriter {
  readonly name: string;
  readonly #outcomes: StretchWriter;
  readonly #texts: StretchWriter;

  constructor(folder: string, name: string) {
    this.name = name;
    this.#outcomes = new StretchWriter(join(folder, `${name}.${FILES.outcome}`));
    this.#texts = new StretchWriter(join(folder, `${name}.${FILES.text}`));
  }

  add(outcome: Uint8Array, text: Uint8Array): SegmentPlace {
    return { segment: this.name, outcome: this.#outcomes.add(outcome), text: this.#texts.add(text) };
  }

  flush(): void {
    this.#outcomes.flush();
    this.#texts.flush();
  }

  /** What cannot be written is found missing when it is read. */
  tryFlush(): void {
    try {
      this.flush();
    } catch {
      // The next bake parses its files again.
    }
  }

  close(): void {
    this.tryFlush();
    this.#outcomes.close();
    this.#texts.close();
  }
}

/** Outcomes are read one after the other, so many of them come at once. */
const READ_AHEAD_BYTES = 1 << 18;

/**
 * Reads a segment. What is not there, or not as it was written, is null. What it gives is overwritten
 * by what is read next.
 */
export class SegmentReader {
  readonly #outcomes: StretchReader;
  readonly #texts: StretchReader;

  constructor(folder: string, name: string) {
    this.#outcomes = new StretchReader(join(folder, `${name}.${FILES.outcome}`), READ_AHEAD_BYTES);
    this.#texts = new StretchReader(join(folder, `${name}.${FILES.text}`), 0);
  }

  outcome(stretch: Stretch): Uint8Array | null {
    return this.#outcomes.read(stretch);
  }

  text(stretch: Stretch): Uint8Array | null {
    return this.#texts.read(stretch);
  }

  close(): void {
    this.#outcomes.close();
    this.#texts.close();
  }
}
