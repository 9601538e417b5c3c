import type { OldShow } from "../model/old-site.ts";
import { titleOf } from "../xml/plain-title.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { childrenOf, childText, textOf } from "../xml/xml-element.ts";

/** What a channel says of its show, as it is found: element after element. */
export type ShowHead = { -readonly [Key in keyof OldShow]: OldShow[Key] };

/** A show of which nothing is known. */
export function emptyShow(): ShowHead {
  return { author: null, owner: null, explicit: null, image: null, categories: [], guid: null, kind: null };
}

/** Takes what an element of a channel says of its show (Apple's tags, and those of Podcasting 2.0). */
export function readShow(element: XmlElement, show: ShowHead): void {
  READERS[element.name]?.(element, show);
}

/** Whether a channel says anything that only a show does. */
export function isShow(show: OldShow): boolean {
  return Object.values(show).some((value) => (Array.isArray(value) ? value.length > 0 : value !== null));
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
const MOST_CATEGORIES = 10;

const READERS: Readonly<Record<string, (element: XmlElement, show: ShowHead) => void>> = {
  "itunes:author": (element, show) => {
    show.author ??= titleOf(element) || null;
  },
  "itunes:owner": (element, show) => {
    const name = childText(element, "itunes:name");
    const email = childText(element, "itunes:email");
    if (name !== null && email?.includes("@")) show.owner ??= { name, email };
  },
  "itunes:explicit": (element, show) => {
    show.explicit ??= /^(?:yes|true|explicit)$/i.test(textOf(element).trim());
  },
  "itunes:image": ({ attributes }, show) => {
    show.image ??= attributes.href ?? null;
  },
  "itunes:category": (element, show) => {
    const { text } = element.attributes;
    const inside = childrenOf(element, "itunes:category").flatMap(({ attributes }) => attributes.text ?? []);
    const names = inside.length === 0 ? [text] : inside.map((name) => `${text} > ${name}`);
    if (text && show.categories.length < MOST_CATEGORIES)
      show.categories = [...show.categories, ...names.filter((name) => name !== undefined)];
  },
  "itunes:type": (element, show) => {
    const kind = textOf(element).trim().toLowerCase();
    if (kind === "serial" || kind === "episodic") show.kind ??= kind;
  },
  "podcast:guid": (element, show) => {
    const guid = textOf(element).trim();
    if (UUID.test(guid)) show.guid ??= guid;
  },
};
