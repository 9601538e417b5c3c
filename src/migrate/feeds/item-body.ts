import type { XmlElement } from "../xml/xml-element.ts";
import { childrenOf, htmlOf, textOf } from "../xml/xml-element.ts";

/** The first of these elements that says something, as HTML. */
export function bodyElement(item: XmlElement, ...names: readonly string[]): string | null {
  for (const name of names) {
    for (const element of childrenOf(item, name)) {
      const type = element.attributes.type ?? (item.name === "entry" ? "text" : "html");
      const isPlain = /^text(?:\/plain)?$/.test(type) && element.attributes.mode !== "escaped";
      const html = isPlain ? escaped(textOf(element)) : htmlOf(element);
      if (html.trim() !== "") return html;
    }
  }
  return null;
}

/** Atom's plain text: each line is a paragraph (RFC 4287 §3.1.1.1). */
function escaped(text: string): string {
  const safe = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return safe
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${paragraph.trim()}</p>`)
    .join("\n");
}

/** Takes out what WordPress writes below each text of a feed. */
export function withoutAppended(html: string): string {
  const at = html.lastIndexOf("<p>The post <a");
  return at !== -1 && html.includes("appeared first on", at) ? html.slice(0, at) : html;
}
