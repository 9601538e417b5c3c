/** So much of what stands before a mark tells where it stands. */
const MOST_LOOKED_AT = 1000;

interface Piece {
  /** Where it begins in what was written. */
  readonly at: number;
  /** Where it begins in the source. */
  readonly from: number;
  /** Whether it is a copy, line for line. */
  readonly isCopy: boolean;
}

/** Text that grows from copies of a source and from what takes the place of its marks. */
export class Output {
  readonly #source: string;
  #chunks: string[] = [];
  #length = 0;
  readonly #pieces: Piece[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  /** Goes on with a part of the source. */
  copy(from: number, to: number): void {
    if (to > from) this.#add(this.#source.slice(from, to), { from, isCopy: true });
  }

  /** Goes on with another text in the place of what stands at `from`; `isCopy` where it has the same lines. */
  write(text: string, from: number, isCopy = false): void {
    if (text !== "") this.#add(text, { from, isCopy });
  }

  #add(text: string, piece: Omit<Piece, "at">): void {
    this.#pieces.push({ at: this.#length, ...piece });
    // Chunks are long enough that the last two of them are a tail.
    const last = this.#chunks.length - 1;
    if ((this.#chunks[last]?.length ?? MOST_LOOKED_AT) < MOST_LOOKED_AT) this.#chunks[last] += text;
    else this.#chunks.push(text);
    this.#length += text.length;
  }

  /** The last characters of it, in one go. */
  tail(): string {
    let tail = "";
    for (let at = this.#chunks.length - 1; at >= 0 && tail.length < MOST_LOOKED_AT; at -= 1)
      tail = (this.#chunks[at] ?? "").slice(tail.length - MOST_LOOKED_AT) + tail;
    return tail;
  }

  /** Takes the last characters back. */
  cut(count: number): void {
    let left = count;
    while (left > 0 && this.#chunks.length > 0) {
      const last = this.#chunks.pop() ?? "";
      this.#length -= last.length;
      if (last.length > left) {
        const kept = last.slice(0, last.length - left);
        this.#chunks.push(kept);
        this.#length += kept.length;
      }
      left -= last.length;
    }
    while ((this.#pieces.at(-1)?.at ?? -1) >= this.#length) this.#pieces.pop();
  }

  /** Takes white space off its end. */
  trimEnd(): void {
    const tail = this.tail();
    this.cut(tail.length - tail.trimEnd().length);
  }

  get text(): string {
    return this.#chunks.join("");
  }

  /**
   * Tells for lines of the text, which count from `firstLine` on, on which line of the source they stood.
   * `lineOf` tells the line of an offset in the source.
   */
  lineMap(firstLine: number, lineOf: (offset: number) => number): (line: number) => number {
    const { text } = this;
    const starts = [0];
    for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    return (line) => {
      const start = starts[line - firstLine];
      if (start === undefined) return line;
      // A line is where its first character that shows stood.
      const shows = /\S/.exec(text.slice(start, starts[line - firstLine + 1]))?.index ?? 0;
      return lineOf(this.#sourceOf(start + shows));
    };
  }

  /** Where a character of the text stood in the source. */
  #sourceOf(offset: number): number {
    let [low, high] = [0, this.#pieces.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.at ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const { at, from, isCopy } = this.#pieces[low - 1] ?? { at: 0, from: 0, isCopy: true };
    return isCopy ? from + offset - at : from;
  }
}
