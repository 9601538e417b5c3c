import { LineTable } from "./line-table.ts";

/** Characters that are searched in one file; after that a line is not worth its time. */
const MOST_SEARCHED = 16_000_000;

/** What a search costs at least, in characters. */
const SEARCH_COST = 16;

/** So much of a target tells it from others. */
const MOST_COMPARED = 128;

/**
 * Finds the source lines of references. They are asked for in the order of the text, mostly, so the
 * search goes on from the last find and costs one pass over the source.
 */
export class ReferenceLines {
  readonly #source: string;
  readonly #lines: LineTable;
  #offset = 0;
  #left = MOST_SEARCHED;

  /** `firstLine` is the line of the file that `source` starts on. */
  constructor(source: string, firstLine: number) {
    this.#source = source;
    this.#lines = new LineTable(source, firstLine);
  }

  /**
   * The line on which a link to `target` stands; the first one where it is written another way, where
   * it leads to a place in the article itself, and where a file has more such than can be searched for.
   */
  readonly lineOf = (target: string): number => {
    const at = target.startsWith("#") ? -1 : this.#find(target);
    if (at > this.#offset) this.#offset = at;
    return this.#lines.lineOf(at);
  };

  /** The line on which an element opens. */
  lineOfTag(name: string): number | null {
    const at = this.#source.search(new RegExp(`<${name}\\b`, "i"));
    return at === -1 ? null : this.#lines.lineOf(at);
  }

  /** Where a link to `target` stands; -1, and so on the first line, where it is written another way. */
  #find(target: string): number {
    const tried = new Set<string>();
    for (const written of spellings(target.slice(0, MOST_COMPARED))) {
      if (written === "" || tried.has(written)) continue;
      tried.add(written);
      const at = this.#findLink(written, this.#offset);
      if (at !== -1) return at;
      const before = this.#findLink(written, 0);
      if (before !== -1) return before;
    }
    return -1;
  }

  /**
   * A link begins after a bracket, a quote, an equals sign or white space; the same word in a text does
   * not count where a link follows, unless it is a URL, which is a link wherever it stands.
   */
  #findLink(written: string, from: number): number {
    let bare = -1;
    for (let at = this.#next(written, from); at !== -1; at = this.#next(written, at + 1)) {
      if (/[(<"'=]/.test(this.#source[at - 1] ?? "") || this.#source.startsWith("]: ", at - 3)) return at;
      if (bare === -1) bare = at;
      if (written.startsWith("http")) break;
    }
    return bare;
  }

  #next(written: string, from: number): number {
    if (this.#left <= 0) return -1;
    const at = this.#source.indexOf(written, from);
    this.#left -= (at === -1 ? this.#source.length : at) - from + SEARCH_COST;
    return at;
  }
}

/** How a target may stand in the source: renderers percent-encode it, autolinks leave the scheme out. */
function* spellings(target: string): Generator<string> {
  yield target;
  yield target.replaceAll("&", "&amp;");
  try {
    yield decodeURI(target);
  } catch {
    // A stray percent sign: there is no other spelling.
  }
  yield target.replace(/^(?:https?:\/\/|mailto:)/, "");
}
