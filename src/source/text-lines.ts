/** Gathers the text of an article: one line a block, white space folded, code line by line. */
export class TextLines {
  readonly #lines: string[] = [];
  #line = "";
  #lede: string | null = null;
  #isVerbatim = false;

  add(text: string): void {
    for (const [at, line] of (this.#isVerbatim ? text.split("\n") : [text]).entries()) {
      if (at > 0) this.breakLine();
      this.#line += line;
    }
  }

  breakLine(): void {
    const line = foldSpace(this.#line);
    if (line !== "") this.#lines.push(line);
    this.#line = "";
  }

  beginBlock(name: string): void {
    this.breakLine();
    if (name === "pre") this.#isVerbatim = true;
  }

  endBlock(name: string): void {
    const before = this.#lines.length;
    this.breakLine();
    if (name === "pre") this.#isVerbatim = false;
    if (name === "p" && this.#lede === null && this.#lines.length > before)
      this.#lede = this.#lines.at(-1) ?? null;
  }

  /** The text, and its first paragraph (its first line where it has none). */
  read(): { readonly text: string; readonly lede: string } {
    this.breakLine();
    return { text: this.#lines.join("\n"), lede: this.#lede ?? this.#lines[0] ?? "" };
  }
}

/** White space that is no single space. */
const SPACE = / {2}|[\t-\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/;

function foldSpace(line: string): string {
  if (SPACE.test(line)) return line.replace(/\s+/gu, " ").trim();
  return line.startsWith(" ") || line.endsWith(" ") ? line.trim() : line;
}
