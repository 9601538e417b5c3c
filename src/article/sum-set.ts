import type { Summed } from "./sum.ts";

/** Words of a sum. */
const WORDS = 3;

/** Bytes of a sum. */
const BYTES = WORDS * Int32Array.BYTES_PER_ELEMENT;

/** A set of sums, of which there may be very many. They stay in the order in which they were added. */
export class SumSet {
  #words: Int32Array;
  #size: number;
  /** Finds a sum by its words: places count from 1, at twice as many as there are sums. */
  #table: Int32Array | null = null;

  /** Of sums as `bytes` gave them. */
  constructor(bytes: Uint8Array = new Uint8Array()) {
    this.#size = Math.floor(bytes.byteLength / BYTES);
    this.#words = new Int32Array(this.#size * WORDS);
    new Uint8Array(this.#words.buffer).set(bytes.subarray(0, this.#words.byteLength));
  }

  /** Another set of the same. */
  copy(): SumSet {
    return new SumSet(this.bytes);
  }

  /** How many were added. */
  get size(): number {
    return this.#size;
  }

  /** The sums, 12 bytes each. They belong to this machine: their words lie there as it has them in memory. */
  get bytes(): Uint8Array {
    return new Uint8Array(this.#words.buffer, 0, this.#size * BYTES);
  }

  add({ a, b, c }: Summed): void {
    const at = this.#size * WORDS;
    if (at === this.#words.length) {
      const more = new Int32Array(Math.max(1024 * WORDS, at * 2));
      more.set(this.#words);
      this.#words = more;
    }
    this.#words[at] = a;
    this.#words[at + 1] = b;
    this.#words[at + 2] = c;
    this.#size += 1;
    this.#table = null;
  }

  has({ a, b, c }: Summed): boolean {
    this.#table ??= this.#placed();
    const [table, words] = [this.#table, this.#words];
    const last = table.length - 1;
    for (let slot = a & last; ; slot = (slot + 1) & last) {
      const at = ((table[slot] ?? 0) - 1) * WORDS;
      if (at < 0) return false;
      if (words[at] === a && words[at + 1] === b && words[at + 2] === c) return true;
    }
  }

  #placed(): Int32Array {
    const table = new Int32Array(2 ** Math.ceil(Math.log2(this.#size * 2 + 2)));
    const last = table.length - 1;
    for (let place = 0; place < this.#size; place += 1) {
      let slot = (this.#words[place * WORDS] ?? 0) & last;
      while (table[slot] !== 0) slot = (slot + 1) & last;
      table[slot] = place + 1;
    }
    return table;
  }
}
