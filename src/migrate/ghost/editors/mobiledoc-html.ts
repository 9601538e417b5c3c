import { cardHtml } from "./card-html.ts";
import type { Value } from "./record.ts";
import { escaped, listOf, parsedRecord, recordOf, textOf, wrapped } from "./record.ts";

/** Kinds of sections and markers (https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md). */
const [MARKUP, IMAGE, LIST, CARD] = [1, 2, 3, 10] as const;
const TEXT = 0;

const SECTIONS = /^(?:p|h[1-6]|blockquote|aside)$/;
const MARKUPS = /^(?:a|b|code|em|i|s|strong|sub|sup|u|mark|del)$/;

/** The document of Ghost's editor from 1.0 to 5.0 as HTML; null where the text is none. */
export function mobiledocHtml(text: string): string | null {
  const document = parsedRecord(text);
  if (!Array.isArray(document.sections)) return null;
  return document.sections.map((section) => sectionHtml(listOf(section), document)).join("");
}

function sectionHtml([kind, first, second]: readonly unknown[], document: Value): string {
  if (kind === MARKUP) {
    const name = SECTIONS.test(textOf(first)) ? textOf(first) : "p";
    const inside = markersHtml(listOf(second), document);
    return name === "aside" || name === "blockquote"
      ? wrapped("blockquote", wrapped("p", inside))
      : wrapped(name, inside);
  }
  if (kind === IMAGE) return cardHtml("image", { src: first }) ?? "";
  if (kind === LIST) {
    const items = listOf(second).map((markers) => wrapped("li", markersHtml(listOf(markers), document)));
    return wrapped(first === "ol" ? "ol" : "ul", items.join(""));
  }
  const [name, payload] = kind === CARD ? listOf(listOf(document.cards)[Number(first)]) : [];
  return cardHtml(textOf(name), recordOf(payload)) ?? "";
}

function markersHtml(markers: readonly unknown[], { atoms, markups }: Value): string {
  const open: string[] = [];
  let html = "";
  for (const marker of markers) {
    const [kind, opened, closed, value] = listOf(marker);
    for (const index of listOf(opened)) {
      const [name, attributes] = listOf(listOf(markups)[Number(index)]);
      const own = MARKUPS.test(textOf(name)) ? textOf(name) : "span";
      html += own === "a" ? `<a href="${escaped(hrefIn(listOf(attributes)))}">` : `<${own}>`;
      open.push(own);
    }
    if (kind === TEXT) html += escaped(textOf(value));
    else {
      const [name, text] = listOf(listOf(atoms)[Number(value)]);
      html += name === "soft-return" ? "<br>" : escaped(textOf(text));
    }
    for (let count = Number(closed) || 0; count > 0 && open.length > 0; count -= 1)
      html += `</${open.pop()}>`;
  }
  return (
    html +
    open
      .reverse()
      .map((name) => `</${name}>`)
      .join("")
  );
}

/** Attributes are a list in which names and values take turns. */
function hrefIn(attributes: readonly unknown[]): string {
  return textOf(attributes[attributes.indexOf("href") + 1]);
}
