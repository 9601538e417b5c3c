import type { Dialect } from "../text/dialect.ts";
import type { LineKind } from "../text/line-kinds.ts";
import { lineKinds, maskCode } from "../text/line-kinds.ts";
import type { ContainerOpening } from "./admonitions.ts";
import { alertLines, boxTitle, containersIn, indentedOpening, indentOf } from "./admonitions.ts";
import { attributesOf, idIn, KramdownExtensions } from "./attribute-marks.ts";
import { markdownInside } from "./markdown-inside.ts";

/** A box that is open: its lines become those of a quote. */
interface Box {
  readonly kind: "container" | "indented";
  /** Columns that its lines have in front. */
  readonly columns: number;
  /** What they get in front instead. */
  readonly prefix: string;
}

/** Boxes inside each other; deeper ones are drawn as one. */
const MAX_DEPTH = 6;

/** A table of contents, which neither a page nor a feed needs: a heading is one glance away. */
const CONTENTS = /^[ \t]*(?:\[\[?_?TOC_?\]\]?|\[\[_toc_\]\]|\$\{toc\}|<!--[ \t]*toc[ \t]*-->)[ \t]*$/i;
/** A heading with an id, and a hard space behind its number signs, which keyboards of Macs write. */
const HARD_SPACED = /^#{1,6}\u00a0.*\{#[^{}\s]+\}[ \t]*$/;
/** The item of a list that kramdown puts it in the place of. */
const CONTENTS_ITEM = /^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\S[^\n]*$/;
/** A mark for the end of the summary, in MDX. */
const TRUNCATE = /^[ \t]*\{\/\*[ \t]*truncate[ \t]*\*\/\}[ \t]*$/;
const FENCE_INFO = /^([ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:`{3,}|~{3,}))[ \t]*([^`\n]*)$/;

/** Rewrites what lines of their own mean in a dialect as CommonMark. Code stays as it is. */
export function rewriteBlocks(text: string, dialect: Dialect): string {
  const lines = text.split("\n");
  const kinds = lineKinds(lines);
  const containers = containersIn(lines, (at) => kinds[at] === "text");
  const nextFilled = nextFilledLines(lines);
  const masked = text.includes("{:") ? maskCode(lines, kinds).split("\n") : lines;
  const writer = new BlockWriter(dialect);
  for (const [at, line] of lines.entries()) {
    const kind = kinds[at] ?? "text";
    writer.leave(line);
    const opening = kind === "text" ? openingAt(at) : null;
    if (opening !== null) writer.open(opening.box, opening.kind);
    else if (containers.ends.has(at)) writer.close();
    // A generator's container goes to the end of the article; how much of that is meant nobody can tell.
    else if (dialect.generator !== null && containers.unclosed.has(at)) writer.skip();
    else writer.write({ line, kind, masked: masked[at] ?? line, next: lines[at + 1] });
  }
  return writer.text();

  function openingAt(at: number): { box: ContainerOpening; kind: Box["kind"] } | null {
    const container = containers.openings.get(at);
    if (container !== undefined) return { box: container, kind: "container" };
    const box = indentedOpening(lines[at] ?? "", nextFilled[at]);
    return box && { box, kind: "indented" };
  }
}

/** For each line the next one that is not blank. */
function nextFilledLines(lines: readonly string[]): readonly (string | undefined)[] {
  const next: (string | undefined)[] = [];
  let filled: string | undefined;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    next[at] = filled;
    if (lines[at]?.trim() !== "") filled = lines[at];
  }
  return next;
}

interface Line {
  readonly line: string;
  readonly kind: LineKind;
  /** The line without its code. */
  readonly masked: string;
  readonly next: string | undefined;
}

class BlockWriter {
  readonly #allowsBraces: boolean;
  readonly #isGenerators: boolean;
  readonly #language: string;
  readonly #lines: string[] = [];
  readonly #boxes: Box[] = [];
  readonly #extensions = new KramdownExtensions();

  constructor({ generator, language }: Dialect) {
    this.#language = language;
    this.#isGenerators = generator !== null;
    this.#allowsBraces = generator === "hugo" || generator === "zola" || generator === "eleventy";
  }

  text(): string {
    return this.#lines.join("\n");
  }

  /** Closes the boxes that a line is not indented enough for. */
  leave(line: string): void {
    if (line.trim() === "") return;
    for (let box = this.#boxes.at(-1); box?.kind === "indented"; box = this.#boxes.at(-1)) {
      if (indentOf(line) >= box.columns) return;
      this.close();
    }
  }

  open({ indent, kind, title }: ContainerOpening, as: Box["kind"]): void {
    const outer = this.#boxes.at(-1);
    const words = boxTitle(kind, title, this.#language);
    const columns = indentOf(indent);
    const inner = " ".repeat(Math.max(0, columns - (outer?.columns ?? 0)));
    const isQuote = words !== null && this.#boxes.length < MAX_DEPTH;
    const before = (outer?.prefix ?? "") + (this.#boxes.length < MAX_DEPTH ? inner : "");
    const prefix = isQuote ? `${before}> ` : before;
    this.#push("");
    this.#boxes.push({ kind: as, columns: as === "indented" ? columns + 4 : columns, prefix });
    if (words === null) return;
    this.#lines.push(`${prefix}**${words}**`, prefix.trimEnd());
  }

  close(): void {
    this.#boxes.pop();
    this.skip();
  }

  /** Writes nothing in the place of a line. */
  skip(): void {
    this.#push("");
  }

  write(line: Line): void {
    if (line.kind === "verbatim") this.#push(line.line);
    else if (line.kind === "fence") this.#push(withoutFenceMeta(line.line));
    else this.#writeText(line);
  }

  #writeText({ line, masked, next }: Line): void {
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
      else this.#lines.push(...["", anchor, ""].map((one) => this.#prefixed(one)));
    }
    if (next !== undefined && next.trim() !== "") this.#push("");
  }

  #push(line: string): void {
    this.#lines.push(this.#prefixed(line));
  }

  #prefixed(line: string): string {
    const box = this.#boxes.at(-1);
    if (box === undefined) return line;
    const own = dedented(line, box.columns);
    return own === "" ? box.prefix.trimEnd() : box.prefix + own;
  }
}

/** A line with so many columns of white space less, at most. */
function dedented(line: string, columns: number): string {
  let [at, column] = [0, 0];
  while (column < columns && (line[at] === " " || line[at] === "\t")) {
    column += line[at] === "\t" ? 4 - (column % 4) : 1;
    at += 1;
  }
  return line.slice(at).trimEnd() === "" ? "" : line.slice(at);
}

/** Of what is told behind a fence, only the language means something in a feed. */
function withoutFenceMeta(line: string): string {
  const match = line.includes("{") ? FENCE_INFO.exec(line) : null;
  if (match === null) return line;
  const [, fence = "", info = ""] = match;
  const language = /^\{?\.?([\w+#-]+)/.exec(info)?.[1] ?? "";
  return fence + language;
}
