import { type DefaultTreeAdapterTypes, parse } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A page as a browser's parser sees it (HTML §13.2), with whatever that parser had to fix. */
export interface ParsedPage {
  readonly errors: readonly string[];
  /** Every element of a name, in the order of the text. */
  readonly all: (name: string) => readonly Tag[];
}

/** An element: its attributes, and the text in it. */
export interface Tag {
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Reads a page. */
export function parsePage(html: string): ParsedPage {
  const errors: string[] = [];
  const document = parse(html, { onParseError: ({ code }) => errors.push(code) });
  const elements = [...elementsIn(document)];
  return {
    errors,
    all: (name) => elements.filter(({ tagName }) => tagName === name).map(tagOf),
  };
}

/** The text of an element of which a page has one; throws where it has none or several. */
export function only(page: ParsedPage, name: string): string {
  const [first, ...others] = page.all(name);
  if (!first || others.length > 0) throw new Error(`${others.length + (first ? 1 : 0)} elements ${name}`);
  return first.text;
}

/** What the head says under a name, by `name` or `property`. */
export function metaOf(page: ParsedPage, name: string): string[] {
  return page
    .all("meta")
    .filter(({ attributes }) => attributes.name === name || attributes.property === name)
    .map(({ attributes }) => attributes.content ?? "");
}

/** Where the links of a page lead that stay on the site. */
export function pathsOf(page: ParsedPage): string[] {
  return page.all("a").flatMap(({ attributes: { href = "" } }) => (href.startsWith("/") ? [href] : []));
}

function tagOf(element: Element): Tag {
  return {
    attributes: Object.fromEntries(element.attrs.map(({ name, value }) => [name, value])),
    text: textIn(element).trim(),
  };
}

function textIn(node: Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textIn).join("") : "";
}

function* elementsIn(node: Node): Generator<Element> {
  if (!("childNodes" in node)) return;
  for (const child of node.childNodes) {
    if ("tagName" in child) yield child;
    yield* elementsIn(child);
  }
}
