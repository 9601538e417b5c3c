import { singleLine } from "../../article/plain-text.ts";
import { decodeEntities } from "./entities.ts";
import type { XmlElement } from "./xml-element.ts";
import { hasCdata, textOf } from "./xml-element.ts";

const INLINE = "a abbr b bdi cite code del em font i ins kbd mark q s small span strike strong sub sup tt u";
/** Markup that is closed again: a lone `<em>` is what a title says. */
const PAIR = new RegExp(String.raw`<(${INLINE.split(" ").join("|")})(?:\s[^<>]*)?>([^<>]*)</\1>`, "gi");

/** Takes the markup of phrases out of a title, and leaves other angle brackets alone. */
export function withoutMarkup(text: string): string {
  let plain = text;
  for (let depth = 0; depth < 4 && plain.includes("</"); depth += 1) {
    const next = plain.replace(PAIR, "$2");
    if (next === plain) break;
    plain = next;
  }
  return plain;
}

/** A title that was written as HTML. */
export function titleOfHtml(html: string): string {
  return singleLine(decodeEntities(withoutMarkup(html.replace(/<br\s*\/?>/gi, " "))));
}

/** A title as text, its references decoded once: by the XML around it, or by hand in CDATA; Atom says which. */
export function titleOf(element: XmlElement | undefined): string {
  if (element === undefined) return "";
  const text = textOf(element);
  const { type } = element.attributes;
  if (type === "text") return singleLine(text);
  const isHtml = type === undefined ? hasCdata(element) : /html/.test(type) && !/xhtml/.test(type);
  return isHtml ? titleOfHtml(text) : singleLine(withoutMarkup(text));
}
