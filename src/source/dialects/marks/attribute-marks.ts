/** What attribute lists in braces say of an element: its id; all else is for stylesheets. */
const ID = /(?:^|\s)(?:#([^\s#.="{}]+)|id=["']?([^\s"']+)["']?)/;

/** The id that a list of attributes gives; null where it gives none. */
export function idIn(attributes: string): string | null {
  const [, short, long] = ID.exec(attributes) ?? [];
  return short ?? long ?? null;
}

/** A block's attributes, a definition of such, or a table of contents (https://kramdown.gettalong.org/syntax.html#inline-attribute-lists). */
const KRAMDOWN_LINE = /^[ \t]*(?:>[ \t]?)*\{:(?![:/])([^{}\n]*)\}[ \t]*$/;
/** The same without a colon, as goldmark and markdown-it-attrs write it below a block. */
const BRACES_LINE =
  /^[ \t]*(?:>[ \t]?)*\{[ \t]*((?:[.#][A-Za-z][\w-]*|[a-z-]+="[^"{}]*")(?:[ \t]+[^{}\n]*)?)\}[ \t]*$/;

/** The attributes of a line that holds nothing else; null where it is no such line. */
export function attributesOf(line: string, allowsBraces: boolean): string | null {
  if (!line.includes("{")) return null;
  const [, attributes = null] =
    KRAMDOWN_LINE.exec(line) ?? (allowsBraces ? BRACES_LINE.exec(line) : null) ?? [];
  return attributes;
}

/** kramdown's extensions: a comment, and the ends of parts that are no Markdown. */
const EXTENSION = /\{:(?::(?:nomarkdown|options|comment)\b[^{}\n]*|\/(?:nomarkdown|options|comment)?)\/?\}/g;

/** Takes kramdown's extensions out of lines of text: what is a comment goes, the rest stays. */
export class KramdownExtensions {
  #isComment = false;

  /** What is left of a line; `masked` is the same without its code. */
  rest(line: string, masked: string): string {
    let [from, kept] = [0, ""];
    for (const { 0: mark, index } of masked.matchAll(EXTENSION)) {
      if (!this.#isComment) kept += line.slice(from, index);
      if (mark.startsWith("{::comment")) this.#isComment = !mark.endsWith("/}");
      else if (this.#isComment && /^\{:\/(?:comment)?\}$/.test(mark)) this.#isComment = false;
      from = index + mark.length;
    }
    return this.#isComment ? kept : kept + line.slice(from);
  }

  get isComment(): boolean {
    return this.#isComment;
  }
}
