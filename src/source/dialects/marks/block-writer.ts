import type { Dialect } from "../text/dialect.ts";
import type { LineKind } from "../text/line-kinds.ts";
import type { ContainerOpening } from "./admonitions.ts";
import { alertLines, boxTitle } from "./admonitions.ts";
import { attributesOf, idIn, KramdownExtensions } from "./attribute-marks.ts";
import { isTagOfText, markdownInside } from "./markdown-inside.ts";
import type { BoxKind } from "./open-boxes.ts";
import { OpenBoxes } from "./open-boxes.ts";

/** A table of contents, which neither a page nor a feed needs: a heading is one glance away. */
const CONTENTS = /^[ \t]*(?:\[\[?_?TOC_?\]\]?|\[\[_toc_\]\]|\$\{toc\}|<!--[ \t]*toc[ \t]*-->)[ \t]*$/i;
/** A heading with an id, and a hard space behind its number signs, which keyboards of Macs write. */
const HARD_SPACED = /^#{1,6}\u00a0.*\{#[^{}\s]+\}[ \t]*$/;
/** The item of a list that kramdown puts it in the place of. */
const CONTENTS_ITEM = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\S[^\n]*$/;
/** A mark for the end of the summary, in MDX. */
const TRUNCATE = /^[ \t]*\{\/\*[ \t]*truncate[ \t]*\*\/\}[ \t]*$/;
const FENCE_INFO = /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:`{3,}|~{3,}))[ \t]*([^`\n]*)$/;

/** A line of an article, and what it is. */
export interface MarkedLine {
  readonly line: string;
  readonly kind: LineKind;
  /** The line without its code. */
  readonly masked: string;
  readonly next: string | undefined;
}

/** Writes the lines of an article as CommonMark, those of a box as a quote. */
export class BlockWriter {
  readonly #allowsBraces: boolean;
  readonly #isGenerators: boolean;
  readonly #isKramdown: boolean;
  readonly #language: string;
  readonly #lines: string[] = [];
  readonly #boxes = new OpenBoxes();
  readonly #extensions = new KramdownExtensions();
  /** What goes in front of the next line. */
  #held = "";

  constructor({ generator, language }: Dialect) {
    this.#language = language;
    this.#isGenerators = generator !== null;
    this.#isKramdown = generator === "jekyll";
    this.#allowsBraces = generator === "hugo" || generator === "zola" || generator === "eleventy";
  }

  text(): string {
    return this.#lines.join("\n");
  }

  /** Closes the boxes that a line is not indented enough for. */
  leave(line: string): void {
    while (this.#boxes.endsBefore(line)) this.close();
  }

  open({ indent, kind, title }: ContainerOpening, as: BoxKind): void {
    const words = boxTitle(kind, title, this.#language);
    this.skip();
    const prefix = this.#boxes.open(indent, as, words !== null);
    if (words !== null) this.#lines.push(`${prefix}**${words}**`, prefix.trimEnd());
  }

  close(): void {
    this.#boxes.close();
    this.skip();
  }

  /** Writes nothing in the place of a line. */
  skip(): void {
    this.#push("");
  }

  write(line: MarkedLine): void {
    if (line.kind === "verbatim") this.#push(line.line);
    else if (line.kind === "fence") this.#push(withoutFenceMeta(line.line));
    else this.#writeText(line);
  }

  #writeText({ line, masked, next }: MarkedLine): void {
    const wasComment = this.#extensions.isComment;
    const hasExtension = wasComment || line.includes("{:");
    const rest = hasExtension ? this.#extensions.rest(line, masked) : line;
    if (rest !== line && rest.trim() === "") {
      this.#push("");
      return;
    }
    const attributes = attributesOf(rest, this.#allowsBraces);
    if (attributes !== null) this.#writeAttributes(attributes, next);
    else if (CONTENTS.test(rest)) this.#push("");
    else if (TRUNCATE.test(rest)) this.#push("<!--more-->");
    else if (this.#isGenerators && HARD_SPACED.test(rest)) this.#push(rest.replace("\u00a0", " "));
    else if (this.#isKramdown && this.#beginsBlock() && isTagOfText(rest, next)) this.#held = rest.trim();
    else {
      const lines = alertLines(rest, this.#language) ?? markdownInside(rest) ?? [rest];
      for (const one of lines) this.#push(one);
    }
  }

  /** Attributes of the block above, or of the one below. */
  #writeAttributes(attributes: string, next: string | undefined): void {
    const above = this.#lines.at(-1) ?? "";
    if (/^\s*toc\b/.test(attributes) && CONTENTS_ITEM.test(above)) this.#lines.pop();
    const id = idIn(attributes);
    if (id !== null && /^[ \t>]*#{1,6}[ \t]/.test(above))
      this.#lines[this.#lines.length - 1] = `${above} {#${id}}`;
    else if (id !== null && !/[<>"&]/.test(id)) {
      // A paragraph takes the place of its id into its text; a list or a table gets it below.
      const isText = above.trim() !== "" && !/^[ \t>]*(?:[|`~<]|[-*+][ \t]|\d+[.)][ \t])/.test(above);
      const anchor = `<span id="${id}"></span>`;
      if (isText) this.#lines[this.#lines.length - 1] = above + anchor;
      else this.#lines.push(...["", anchor, ""].map((one) => this.#boxes.prefixed(one)));
    }
    if (next !== undefined && next.trim() !== "") this.#push("");
  }

  #beginsBlock(): boolean {
    return /^[ \t>]*$/.test(this.#lines.at(-1) ?? "");
  }

  #push(line: string): void {
    this.#lines.push(this.#boxes.prefixed(this.#held === "" ? line : this.#held + line.trimStart()));
    this.#held = "";
  }
}

/** Of what is told behind a fence, only the language means something in a feed. */
function withoutFenceMeta(line: string): string {
  const match = line.includes("{") ? FENCE_INFO.exec(line) : null;
  if (match === null) return line;
  const [, fence = "", info = ""] = match;
  const language = /^\{?\.?([\w+#-]+)/.exec(info)?.[1] ?? "";
  return fence + language;
}
