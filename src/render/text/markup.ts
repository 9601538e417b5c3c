import { printable } from "../../article/plain-text.ts";
import { plainJson } from "./plain-json.ts";

/** Well-formed XML or HTML: made by `markup` and the functions here, and by nothing else. */
export class Markup {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  toString(): string {
    return this.source;
  }
}

/** What a template takes. */
export type Part = Markup | string | number | null | readonly Part[];

/**
 * A piece of XML or HTML from a template: text and numbers are escaped, once; markup and lists of it
 * are put in as they are; null is nothing. Characters that XML 1.0 §2.2 forbids are dropped.
 */
export function markup(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let source = template[0] ?? "";
  let index = 0;
  for (const part of parts) {
    index += 1;
    source += sourceOf(part) + (template[index] ?? "");
  }
  return new Markup(source);
}

/** Each part on a line of its own, those of lists too; null is no line. */
export function lines(...parts: readonly Part[]): Markup {
  return new Markup(parts.map(linesOf).join(""));
}

function linesOf(part: Part): string {
  if (part === null) return "";
  if (typeof part !== "object" || part instanceof Markup) return `${sourceOf(part)}\n`;
  return part.map(linesOf).join("");
}

function sourceOf(part: Part): string {
  if (part === null) return "";
  if (part instanceof Markup) return part.source;
  if (typeof part === "string") return escapeText(part);
  if (typeof part === "number") return String(part);
  return part.map(sourceOf).join("");
}

/** What is escaped, and what may have to go; one look at a text, which mostly holds neither. */
const REMARKABLE = /[&<>"\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

function escapeText(text: string): string {
  if (!REMARKABLE.test(text)) return text;
  return printable(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** HTML that the sanitizer has cleaned, for a page. */
export function cleanHtml(html: string): Markup {
  return new Markup(html);
}

/** Any text as character data that needs no escapes (XML 1.0 §2.7). */
export function cdata(text: string): Markup {
  return new Markup(`<![CDATA[${printable(text).replaceAll("]]>", "]]]]><![CDATA[>")}]]>`);
}

/**
 * Data for machines inside a page, as the text of a `script` element that nothing runs
 * (HTML §4.12.1). No `<` is left, so that no text can end the element.
 */
export function jsonScript(type: string, data: object): Markup {
  const safe = plainJson(data)
    .replaceAll("<", "\\u003C")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029");
  return new Markup(`<script type="${escapeText(type)}">${safe}</script>`);
}
