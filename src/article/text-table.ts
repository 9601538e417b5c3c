/**
 * Finds numbers by texts that they have, of which there may be very many: it holds no text, and compares
 * none before somebody asks for something like it.
 */
export class TextTable {
  readonly #textOf: (number: number) => string;
  readonly #sumOf: ((number: number) => number) | null;
  /** Numbers by the sums of their texts; they count from 1. */
  readonly #table: Int32Array;

  /** Whoever knows the sums of the texts spares reading them. */
  constructor(
    numbers: ArrayLike<number>,
    textOf: (number: number) => string,
    sumOf: ((number: number) => number) | null = null,
  ) {
    this.#textOf = textOf;
    this.#sumOf = sumOf;
    this.#table = new Int32Array(2 ** Math.ceil(Math.log2(numbers.length * 2 + 2)));
    const last = this.#table.length - 1;
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] ?? 0;
      let slot = (sumOf?.(number) ?? textSum(textOf(number))) & last;
      while (this.#table[slot] !== 0) slot = (slot + 1) & last;
      this.#table[slot] = number + 1;
    }
  }

  /** The first of the numbers that has a text; -1 where none has. */
  find(text: string): number {
    const last = this.#table.length - 1;
    const sum = textSum(text);
    for (let slot = sum & last; ; slot = (slot + 1) & last) {
      const number = (this.#table[slot] ?? 0) - 1;
      if (number < 0 || this.#has(number, text, sum)) return number;
    }
  }

  /** All numbers that have a text, in the order in which they came. */
  *all(text: string): Generator<number> {
    const last = this.#table.length - 1;
    const sum = textSum(text);
    for (let slot = sum & last; ; slot = (slot + 1) & last) {
      const number = (this.#table[slot] ?? 0) - 1;
      if (number < 0) return;
      if (this.#has(number, text, sum)) yield number;
    }
  }

  #has(number: number, text: string, sum: number): boolean {
    return (this.#sumOf === null || this.#sumOf(number) === sum) && this.#textOf(number) === text;
  }
}

/** A number for a text, of all of it: addresses often differ in one place alone, and nobody knows in which. */
export function textSum(text: string): number {
  let sum = text.length;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum ^ (sum >>> 15);
}
