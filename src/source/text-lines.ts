import { foldSpace } from "../article/plain-text.ts";

/** Gathers the text of an article: one line a block, white space folded, code line by line. */
export class TextLines {
  readonly #lines: string[] = [];
  #line = "";
  /** How many lines there were when the paragraph began. */
  #paragraphFrom = 0;
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
    if (name === "p") this.#paragraphFrom = this.#lines.length;
  }

  endBlock(name: string): void {
    this.breakLine();
    if (name === "pre") this.#isVerbatim = false;
    if (name === "p" && this.#lede === null && this.#lines.length > this.#paragraphFrom)
      this.#lede = this.#lines.slice(this.#paragraphFrom).join(" ");
  }

  /** The text, and its first paragraph (its first line where it has none). */
  read(): { readonly text: string; readonly lede: string } {
    this.breakLine();
    return { text: this.#lines.join("\n"), lede: this.#lede ?? this.#lines[0] ?? "" };
  }
}
