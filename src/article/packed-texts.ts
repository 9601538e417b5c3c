/** Texts of rows, each read when it is asked for. */
export type Texts = Pick<readonly string[], "at">;

/** Packs texts; the same where one of them has no bytes in UTF-8. */
export function packTexts(texts: readonly string[]): PackedTexts | readonly string[] {
  return texts.every((text) => text.isWellFormed()) ? PackedTexts.of(texts) : texts;
}

/** Texts of rows, of which few are read: bytes behind each other. */
export class PackedTexts {
  readonly #ends: Int32Array;
  readonly #bytes: Buffer;

  private constructor(ends: Int32Array, bytes: Buffer) {
    this.#ends = ends;
    this.#bytes = bytes;
  }

  /** They are well-formed. */
  static of(texts: readonly string[]): PackedTexts {
    let end = 0;
    const ends = Int32Array.from(texts, (text) => {
      end += Buffer.byteLength(text);
      return end;
    });
    return new PackedTexts(ends, Buffer.from(texts.join("")));
  }

  /** Reads what `bytes` gives. */
  static in(bytes: Buffer): PackedTexts {
    const count = bytes.readInt32LE(0);
    const start = 4 * (count + 1);
    // A copy: numbers lie at multiples of their width.
    const { buffer } = Uint8Array.from(bytes.subarray(4, start));
    return new PackedTexts(new Int32Array(buffer), bytes.subarray(start));
  }

  /** Those of several behind each other. */
  static joined(all: readonly PackedTexts[]): PackedTexts {
    const ends = new Int32Array(all.reduce((sum, { length }) => sum + length, 0));
    let [at, end] = [0, 0];
    for (const one of all) {
      for (const own of one.#ends) {
        ends[at] = end + own;
        at += 1;
      }
      end += one.#bytes.length;
    }
    return new PackedTexts(ends, Buffer.concat(all.map((one) => one.#bytes)));
  }

  get length(): number {
    return this.#ends.length;
  }

  /** How many there are, where each ends, and the texts. */
  get bytes(): Uint8Array {
    const count = Buffer.alloc(4);
    count.writeInt32LE(this.length);
    return Buffer.concat([count, new Uint8Array(this.#ends.buffer), this.#bytes]);
  }

  at(row: number): string | undefined {
    const end = this.#ends[row];
    return end === undefined ? undefined : this.#bytes.toString("utf8", this.#ends[row - 1] ?? 0, end);
  }

  /** Whether a row has the text that a row of others has; neither is read for it. */
  isSame(row: number, others: PackedTexts, other: number): boolean {
    const [end, otherEnd] = [this.#ends[row], others.#ends[other]];
    if (end === undefined || otherEnd === undefined) return false;
    const [start, otherStart] = [this.#ends[row - 1] ?? 0, others.#ends[other - 1] ?? 0];
    return (
      end - start === otherEnd - otherStart &&
      this.#bytes.compare(others.#bytes, otherStart, otherEnd, start, end) === 0
    );
  }
}
