import { XmlElement } from "@rgrove/parse-xml";

/** Namespaces that feeds are made of. */
export const NAMESPACE = {
  none: "",
  atom: "http://www.w3.org/2005/Atom",
  content: "http://purl.org/rss/1.0/modules/content/",
  dublinCore: "http://purl.org/dc/elements/1.1/",
} as const;

/** An element with the namespaces that are in force in it (Namespaces in XML 1.0 §6). */
export class NamedElement {
  readonly local: string;
  readonly uri: string;
  readonly element: XmlElement;
  readonly #prefixes: ReadonlyMap<string, string>;

  constructor(element: XmlElement, inherited: ReadonlyMap<string, string> = new Map()) {
    const prefixes = new Map(inherited);
    for (const [name, value] of Object.entries(element.attributes)) {
      if (name === "xmlns") prefixes.set("", value);
      else if (name.startsWith("xmlns:")) prefixes.set(name.slice(6), value);
    }
    const colon = element.name.indexOf(":");
    this.local = element.name.slice(colon + 1);
    this.uri = prefixes.get(colon === -1 ? "" : element.name.slice(0, colon)) ?? "";
    this.element = element;
    this.#prefixes = prefixes;
  }

  /** Child elements of one name. */
  all(uri: string, local: string): NamedElement[] {
    return this.element.children
      .filter((child) => child instanceof XmlElement)
      .map((child) => new NamedElement(child, this.#prefixes))
      .filter((child) => child.uri === uri && child.local === local);
  }

  /** Text of the first child of one name, without white space around it; null where there is none. */
  text(uri: string, local: string): string | null {
    return this.all(uri, local)[0]?.element.text.trim() || null;
  }

  attribute(name: string): string | null {
    return this.element.attributes[name] ?? null;
  }
}
