/** A longer mark is none: something else was left open. */
const MAX_MARK = 4000;
/** How far behind its first end a mark may go on, since that stood in quotes. */
const MAX_QUOTED = 300;

/** Characters that quote, open and close, and a blank line. */
const TELLING = /["'`{}%>]|\n(?=[ \t]{0,20}\n)/g;
const QUOTE = /["'`]/;

/** What may stand before a quotation mark that opens a text: behind a letter it is an apostrophe. */
const BEFORE_QUOTE = /[\s=:(,[|{<%]/;

/**
 * Finds where marks end. Asked in the order of the text it looks at each character a few times at most,
 * however many marks never end.
 */
export class MarkEnds {
  readonly #text: string;
  readonly #next = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Where `close` ends the mark whose inside begins at `from`, outside of quotes; -1 where it does not
   * before another mark opens. `opens` are what other marks of the kind open with.
   */
  endOf(from: number, close: string, opens: readonly string[]): number {
    const first = this.next(close, from);
    if (first === -1 || first - from > MAX_MARK) return -1;
    const text = this.#text;
    const last = Math.min(text.length, first + MAX_QUOTED);
    let quote = "";
    TELLING.lastIndex = from;
    for (let found = TELLING.exec(text); found !== null && found.index < last; found = TELLING.exec(text)) {
      const { 0: character, index: at } = found;
      if (character === "\n") {
        if (at > first) return first;
      } else if (quote !== "") {
        if (character === quote && text[at - 1] !== "\\") quote = "";
      } else if (text.startsWith(close, at)) return at;
      else if (character === "{" && opens.some((open) => text.startsWith(open, at))) return -1;
      else if (QUOTE.test(character) && BEFORE_QUOTE.test(text[at - 1] ?? " ")) quote = character;
    }
    return first;
  }

  /** The next place of a text from an offset on; -1 where there is none. Offsets never go back. */
  next(wanted: string, from: number): number {
    const known = this.#next.get(wanted);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const found = this.#text.indexOf(wanted, from);
    this.#next.set(wanted, found);
    return found;
  }
}
