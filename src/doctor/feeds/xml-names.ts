import { XmlElement } from "@rgrove/parse-xml";
import { joinSurrogates } from "./surrogates.ts";

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
  readonly #parent: NamedElement | null;
  #children: readonly NamedElement[] | null = null;

  constructor(element: XmlElement, parent: NamedElement | null = null) {
    const colon = element.name.indexOf(":");
    this.element = element;
    this.#parent = parent;
    this.local = element.name.slice(colon + 1);
    this.uri = this.#namespace(colon === -1 ? "xmlns" : `xmlns:${element.name.slice(0, colon)}`);
  }

  /** Child elements of one name. */
  all(uri: string, local: string): NamedElement[] {
    this.#children ??= this.element.children
      .filter((child) => child instanceof XmlElement)
      .map((child) => new NamedElement(child, this));
    return this.#children.filter((child) => child.uri === uri && child.local === local);
  }

  /** Text of the first child of one name, without white space around it; null where there is none. */
  text(uri: string, local: string): string | null {
    return joinSurrogates(this.all(uri, local)[0]?.element.text ?? "").trim() || null;
  }

  attribute(name: string): string | null {
    const value = this.element.attributes[name];
    return value === undefined ? null : joinSurrogates(value);
  }

  /** What the nearest declaration says: an element may declare more than one wants to copy. */
  #namespace(declaration: string): string {
    const said = this.element.attributes[declaration];
    return said ?? (this.#parent === null ? "" : this.#parent.#namespace(declaration));
  }
}
