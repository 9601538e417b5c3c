import { decodeEntities } from "./entities.ts";

/** A run of text: in a CDATA section, or with references that are not decoded yet. */
export interface XmlText {
  text: string;
  readonly isCdata: boolean;
}

/** An element of a feed or an export. Its name has the prefix that its namespace is known by. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parts: (XmlText | XmlElement)[];
}

export function isElement(part: XmlText | XmlElement): part is XmlElement {
  return "parts" in part;
}

/** The children of these names, in their order. */
export function childrenOf(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return element.parts.filter(isElement).filter(({ name }) => names.includes(name));
}

/** The text of an element, references decoded once; what stands in CDATA is taken as it is. */
export function textOf(element: XmlElement): string {
  return element.parts
    .map((part) => (isElement(part) ? textOf(part) : part.isCdata ? part.text : decodeEntities(part.text)))
    .join("");
}

/** The text of the first child of that name that has some; null where none has. */
export function childText(element: XmlElement, ...names: readonly string[]): string | null {
  for (const name of names) {
    for (const child of childrenOf(element, name)) {
      const text = textOf(child).trim();
      if (text !== "") return text;
    }
  }
  return null;
}

/** What an element holds as HTML: its text, or its elements where they were not escaped. */
export function htmlOf(element: XmlElement): string {
  return element.parts.some(isElement) ? markupOf(element) : textOf(element);
}

const VOID: ReadonlySet<string> = new Set("area br col embed hr img input source track wbr".split(" "));

/** Text beside markup keeps its references: it is HTML as it stands. */
function markupOf({ parts }: XmlElement): string {
  let html = "";
  for (const part of parts) {
    if (!isElement(part)) {
      html += part.text;
      continue;
    }
    const name = part.name.replace(/^.*:/, "");
    html += `<${name}`;
    for (const [key, value] of Object.entries(part.attributes))
      html += ` ${key}="${value.replaceAll('"', "&quot;")}"`;
    html += VOID.has(name) ? ">" : `>${markupOf(part)}</${name}>`;
  }
  return html;
}

/** Whether the text of an element stands in CDATA, where references of HTML are not decoded yet. */
export function hasCdata(element: XmlElement): boolean {
  return element.parts.some((part) => !isElement(part) && part.isCdata && part.text.trim() !== "");
}
