/** Tells the lines of a text: one pass over it, however many are asked for. */
export class LineTable {
  readonly #text: string;
  readonly #firstLine: number;
  #ends: readonly number[] | null = null;

  /** `firstLine` is the line of the file that `text` starts on. */
  constructor(text: string, firstLine: number) {
    this.#text = text;
    this.#firstLine = firstLine;
  }

  /** The line that an offset lies on; the first one for what lies before the text. */
  lineOf(offset: number): number {
    this.#ends ??= lineEnds(this.#text);
    let [low, high] = [0, this.#ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return this.#firstLine + low;
  }
}

function lineEnds(text: string): number[] {
  const ends: number[] = [];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) ends.push(at);
  return ends;
}
