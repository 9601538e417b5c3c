import { printable } from "../article/plain-text.ts";
import type { Body, Reference } from "../article/references.ts";
import { escapeAttribute } from "../article/references.ts";

/**
 * Cuts clean HTML at its references. Clean means as `sanitize` writes it: every attribute in
 * double quotes, and no bare `<`, `>` or `"` inside a value.
 * `lineOf` tells the source line of a target.
 */
export function splitReferences(html: string, lineOf: (target: string) => number): Body {
  const pieces: (string | Reference)[] = [];
  let from = 0;
  for (const tag of html.matchAll(/<(?:a|img|audio|video|source|track|q|blockquote)\s[^>]*>/g)) {
    for (const attribute of tag[0].matchAll(/\s(href|src|poster|cite|srcset)="([^"]*)"/g)) {
      const [whole, name, value = ""] = attribute;
      const start = tag.index + attribute.index + whole.length - value.length - 1;
      for (const { offset, length } of name === "srcset"
        ? candidates(value)
        : [{ offset: 0, length: value.length }]) {
        const target = decodeEntities(value.slice(offset, offset + length)).trim();
        pieces.push(html.slice(from, start + offset), { target, line: lineOf(target) });
        from = start + offset + length;
      }
    }
  }
  pieces.push(html.slice(from));
  return pieces;
}

/** The URLs of a `srcset` value (HTML §4.8.4.2.1). */
function* candidates(srcset: string): Generator<{ offset: number; length: number }> {
  for (const match of srcset.matchAll(/(?:^|,)\s*([^\s,]\S*[^\s,]|[^\s,])/g)) {
    const url = match[1] ?? "";
    yield { offset: match.index + match[0].length - url.length, length: url.length };
  }
}

/** The text of clean HTML: one line a block, entities decoded. */
export function textOf(html: string): string {
  return decodeEntities(
    html
      .replace(/<(?:br|\/(?:p|h[1-6]|li|blockquote|pre|tr|figcaption|dt|dd|div|section))\b[^>]*>/g, "\n")
      .replace(/<[^>]*>/g, ""),
  )
    .replace(/[^\S\n]+/g, " ")
    .replace(/\s*\n\s*/g, "\n")
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

/** Undoes the five escapes that clean HTML uses. */
function decodeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39);/g, (whole, name: string) => ENTITIES[name] ?? whole);
}

/** Escapes text for HTML and turns the bare URLs in it into links. */
export function linkedText(text: string): string {
  const clean = printable(text);
  let html = "";
  let from = 0;
  for (const match of clean.matchAll(/\bhttps?:\/\/[^\s<>"“”]*[^\s<>"“”.,;:!?'’)\]}]/gu)) {
    const url = match[0];
    html += `${escapeAttribute(clean.slice(from, match.index))}<a href="${escapeAttribute(url)}">${escapeAttribute(url)}</a>`;
    from = match.index + url.length;
  }
  return html + escapeAttribute(clean.slice(from));
}
