import { escapeAttribute } from "../../../article/references.ts";
import type { Filling } from "../known/filling.ts";
import type { Output } from "./output.ts";
import type { Surroundings } from "./surroundings.ts";
import { surroundingsOf } from "./surroundings.ts";

/** What a text is: Markdown, HTML, or words without markup. */
export type TextKind = "markdown" | "html" | "plain";

/** A mark that is about to be filled: its output so far, and the source around it. */
export interface MarkPlace {
  readonly out: Output;
  readonly source: string;
  readonly from: number;
  /** Where the source goes on. */
  readonly to: number;
  readonly kind: TextKind;
  /** Whether it stands in code, where no markup counts. */
  readonly isCode: boolean;
  readonly origin: string;
}

/** Attributes that lead somewhere. */
const LEADS = /^(?:href|src|srcset|poster|cite|data-src)$/;
/** What goes as a whole when it leads nowhere. */
const SHOWN = /^<(img|source|track|embed|iframe)\b/i;
const REST_OF_DESTINATION = /[^()\s]{0,500}(?:[ \t]+(?:"[^"\n]{0,500}"|'[^'\n]{0,500}'))?[ \t]*\)/y;

/** Writes what takes a mark's place. Gives where the source goes on. */
export function writeFilling(filling: Filling, place: MarkPlace): number {
  const { out, from, to, kind, isCode } = place;
  if (filling.kind === "nothing" || filling.kind === "around" || filling.kind === "code") return to;
  if (kind === "plain" || isCode) {
    const words = filling.kind === "value" ? filling.text : filling.kind === "element" ? filling.plain : "";
    out.write(words, from);
    return words === "" ? writeNothing(place) : to;
  }
  const around = surroundingsOf(out.tail());
  if (around.kind === "flow") return writeInFlow(filling, around.indent, place);
  const text =
    filling.kind === "element" ? filling.plain : filling.kind === "value" ? filling.text : filling.target;
  const leads = around.kind === "destination" || LEADS.test(around.attribute);
  if (leads && text === "" && filling.kind === "element") return leaveLink(around, place);
  // The origin before a file's name: it will have its own.
  if (filling.kind === "target" && around.written === place.origin) out.cut(around.written.length);
  out.write(around.kind === "destination" ? encoded(text) : quoted(text, around.quote), from);
  return to;
}

/** Leaves a mark out that nobody can fill: a link that would lead to it keeps its text. */
export function writeNothing(place: MarkPlace): number {
  const { out, source, from, to } = place;
  if (place.kind === "plain") return to;
  if (place.isCode) {
    // Two backticks with nothing between them would be no code.
    if (source[to] === "`" && out.tail().endsWith("`")) out.write(" ", from);
    return to;
  }
  const around = surroundingsOf(place.out.tail());
  const leads = around.kind === "destination" || (around.kind === "tag" && LEADS.test(around.attribute));
  return leads ? leaveLink(around, place) : place.to;
}

function writeInFlow(
  filling: Exclude<Filling, { kind: "nothing" | "around" | "code" }>,
  indent: string | null,
  { out, source, from, to, kind }: MarkPlace,
): number {
  if (filling.kind === "value") out.write(filling.text, from);
  else if (filling.kind === "target") {
    const name = filling.target.replace(/^.*\/(?=[^/])/, "");
    out.write(`<a href="${escapeAttribute(filling.target)}">${escapeAttribute(name)}</a>`, from);
  } else if (kind === "markdown" && filling.block !== null && indent !== null && isLineEnd(source, to)) {
    out.write(`${filling.block}\n${blank(indent)}`, from);
  } else out.write(filling.html, from);
  return to;
}

/**
 * Opens what stands around the inside of a pair. Gives whether it is a block, which it is where its line
 * holds nothing else.
 */
export function openAround(html: string, place: MarkPlace): boolean {
  const indent = lineIndent(place);
  const isBlock = place.kind === "markdown" && BLOCK.test(html) && indent !== null;
  writeTag(isBlock ? `${html}\n\n${indent}` : html, place);
  return isBlock;
}

/** Closes what `openAround` opened. */
export function closeAround(html: string, isBlock: boolean, place: MarkPlace): void {
  const indent = lineIndent(place) ?? "";
  writeTag(isBlock ? `\n\n${indent}${html}\n\n${indent}` : html, place);
}

/** What a further line begins with; null where other text stands before the mark. */
function lineIndent({ out }: MarkPlace): string | null {
  const around = surroundingsOf(out.tail());
  return around.kind !== "flow" || around.indent === null ? null : blank(around.indent);
}

function writeTag(html: string, { out, from, kind, isCode }: MarkPlace): void {
  if (kind !== "plain" && !isCode && surroundingsOf(out.tail()).kind === "flow") out.write(html, from);
}

const BLOCK =
  /^<(?:address|article|aside|blockquote|details|div|dl|figure|footer|header|main|ol|p|section|table|ul)\b/i;

/** Writes code: a fence on lines of its own, an element elsewhere. */
export function writeCode(code: string, language: string, place: MarkPlace): void {
  const { out, from, kind, isCode } = place;
  const name = /^[\w+#.-]+$/.test(language) ? language : "";
  const text = code.replace(/^[ \t]*\n|\n[ \t]*$/g, "");
  if (kind === "plain" || isCode) {
    out.write(text, from, true);
    return;
  }
  const around = surroundingsOf(out.tail());
  if (around.kind !== "flow") return;
  const html = escapeAttribute(text);
  const attribute = name === "" ? "" : ` class="language-${name}"`;
  if (kind === "html") out.write(`<pre><code${attribute}>${html}</code></pre>`, from, true);
  else if (around.indent === null) out.write(`<code>${html}</code>`, from, true);
  else {
    const indent = blank(around.indent);
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = "`".repeat(Math.min(longest, 5000) + 1);
    const lines = indented(text, indent);
    // In HTML that goes on to the next blank line a fence would be none.
    const gap = /<[^\n]*\n[^\n]*$/.test(out.tail().slice(-500)) ? `\n${indent}` : "";
    out.write(`${gap}${fence}${name}\n${lines}\n${indent}${fence}\n${indent}`, from, true);
  }
}

/** Lines with the indent of their block instead of their own common one. */
function indented(text: string, indent: string): string {
  if (indent === "") return text;
  const lines = text.split("\n");
  const common = lines
    .filter((line) => line.trim() !== "")
    .reduce((least, line) => Math.min(least, line.length - line.trimStart().length), indent.length);
  return lines.map((line) => indent + line.slice(common)).join("\n");
}

/** A link without its target, or a picture without its source: what is left is its text. */
function leaveLink(around: Surroundings, { out, source, from, to }: MarkPlace): number {
  if (around.kind === "destination") {
    if (around.text === null) return to;
    const tail = out.tail();
    const length = tail.length - tail.lastIndexOf("](", tail.length - around.written.length) - 1;
    REST_OF_DESTINATION.lastIndex = to;
    if (REST_OF_DESTINATION.exec(source) === null) return to;
    out.cut(length + around.text.length);
    out.write(around.text.replace(/^!?\[|\]$/g, ""), from);
    return REST_OF_DESTINATION.lastIndex;
  }
  if (around.kind !== "tag") return to;
  out.cut(around.written.length);
  const ahead = source.slice(to, to + 1000);
  if (SHOWN.test(around.tag) && around.attribute === "src") {
    const end = ahead.indexOf(">");
    if (end === -1) return to;
    const whole = around.tag + ahead.slice(0, end);
    out.cut(around.tag.length - around.written.length);
    out.write(/\salt="([^"{}]*)"/.exec(whole)?.[1] ?? "", from);
    return to + end + 1;
  }
  const end = around.quote === "" ? ahead.search(/[\s>]/) : ahead.indexOf(around.quote);
  return end === -1 ? to : to + end;
}

function isLineEnd(source: string, from: number): boolean {
  const end = source.indexOf("\n", from);
  return source.slice(from, end === -1 ? undefined : Math.min(end, from + 200)).trim() === "";
}

/** What keeps a further line in the same quote or list. */
function blank(indent: string): string {
  return indent.replace(/[^\s>]/g, " ");
}

function encoded(target: string): string {
  return target.replace(
    /[\s()<>"]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
}

function quoted(text: string, quote: string): string {
  const safe = text.replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  return quote === '"' ? safe : safe.replaceAll("'", "&#x27;").replace(quote === "" ? /\s/g : /$^/, "%20");
}
