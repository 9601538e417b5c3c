/**
 * Finds the source lines of references. They are asked for in the order of the text, mostly, so the
 * search goes on from the last find and costs one pass over the source.
 */
export class ReferenceLines {
  readonly #source: string;
  readonly #firstLine: number;
  #offset = 0;
  #line: number;

  /** `firstLine` is the line of the file that `source` starts on. */
  constructor(source: string, firstLine: number) {
    this.#source = source;
    this.#firstLine = firstLine;
    this.#line = firstLine;
  }

  /** The line on which a link to `target` stands; the first one where it is written another way. */
  readonly lineOf = (target: string): number => {
    const at = this.#find(target);
    if (at < this.#offset) return this.#lineAt(at, 0, this.#firstLine);
    this.#line = this.#lineAt(at, this.#offset, this.#line);
    this.#offset = at;
    return this.#line;
  };

  /** The line on which an element opens. */
  lineOfTag(name: string): number | null {
    const at = this.#source.search(new RegExp(`<${name}\\b`, "i"));
    return at === -1 ? null : this.#lineAt(at, 0, this.#firstLine);
  }

  /** Where a link to `target` stands; -1, and so on the first line, where it is written another way. */
  #find(target: string): number {
    for (const written of spellings(target)) {
      const at = this.#findLink(written, this.#offset);
      if (at !== -1) return at;
      const before = this.#findLink(written, 0);
      if (before !== -1) return before;
    }
    return -1;
  }

  /** A link begins after a bracket, a quote, an equals sign or white space; the same word in a text does not count where a link follows. */
  #findLink(written: string, from: number): number {
    let bare = -1;
    for (
      let at = this.#source.indexOf(written, from);
      at !== -1;
      at = this.#source.indexOf(written, at + 1)
    ) {
      if (/[(<"'=]/.test(this.#source[at - 1] ?? "") || this.#source.startsWith("]: ", at - 3)) return at;
      if (bare === -1) bare = at;
    }
    return bare;
  }

  #lineAt(offset: number, from: number, line: number): number {
    let count = line;
    for (
      let at = this.#source.indexOf("\n", from);
      at !== -1 && at < offset;
      at = this.#source.indexOf("\n", at + 1)
    )
      count += 1;
    return count;
  }
}

/** How a target may stand in the source: renderers percent-encode it, autolinks leave the scheme out. */
function* spellings(target: string): Generator<string> {
  if (target === "") return;
  yield target;
  yield target.replaceAll("&", "&amp;");
  try {
    yield decodeURI(target);
  } catch {
    // A stray percent sign: there is no other spelling.
  }
  yield target.replace(/^(?:https?:\/\/|mailto:)/, "");
}
