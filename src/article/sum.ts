/** What a `Sum` has come to: three words of 32 bits. */
export interface Summed {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Units of UTF-16 in 32 bits. */
const WORD = 2;

/** Any but 0, which would let zeros at the beginning pass. */
const FIRST: Summed = { a: 0x3c6ef372, b: 0x1f83d9ab, c: 0x510e527f };

/**
 * Sums up a sequence of texts, numbers and other sums in 96 bits. It depends on their order and on where
 * each ends. Every step can be undone, so that two sequences that differ in one member never come to the
 * same; of those that differ in more, chance lets about one in 2^96 do: of a million that are held against
 * a million, one in 2^56, and of two one in 2^96. It withstands chance and nobody's intent.
 */
export class Sum implements Summed {
  a = FIRST.a;
  b = FIRST.b;
  c = FIRST.c;

  /** Begins anew, as if nothing had been added. */
  clear(): this {
    this.a = FIRST.a;
    this.b = FIRST.b;
    this.c = FIRST.c;
    return this;
  }

  /** Adds another sum. */
  add({ a, b, c }: Summed): this {
    return this.words(a, b, c);
  }

  /** Adds three words of 32 bits. */
  words(x: number, y: number, z: number): this {
    const b = this.b ^ y;
    const c = this.c ^ z;
    const a = mixed(this.a ^ x, b);
    this.b = mixed(b, c);
    this.c = mixed(c, a);
    this.a = a;
    return this;
  }

  /** Adds a whole number of 32 bits; null is another than any. */
  number(value: number | null): this {
    return value === null ? this.words(0, 0, 1) : this.words(value, 0, 0);
  }

  /** Adds a text. */
  text(text: string): this {
    const { length } = text;
    let at = 0;
    for (; at + WORD * 3 <= length; at += WORD * 3) {
      this.words(pairAt(text, at), pairAt(text, at + 2), pairAt(text, at + 4));
    }
    const rest = (from: number) =>
      (from < length ? text.charCodeAt(from) : 0) | (from + 1 < length ? text.charCodeAt(from + 1) << 16 : 0);
    this.words(rest(at), rest(at + 2), rest(at + 4));
    return this.words(length, 0, 2);
  }

  /** The sum so far, which stays as it is. */
  read(): Summed {
    return { a: this.a, b: this.b, c: this.c };
  }
}

/** Mixes a word with another; as long as that stays, no two words become one. */
function mixed(word: number, other: number): number {
  return (Math.imul(word ^ (word >>> 16), 0x21f0aaad) + (other ^ (other >>> 15))) | 0;
}

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
}
