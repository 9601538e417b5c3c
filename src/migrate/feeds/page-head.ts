import { titleOf } from "../xml/plain-title.ts";
import type { XmlElement } from "../xml/xml-element.ts";
import { textOf } from "../xml/xml-element.ts";
import type { ShowHead } from "./show-head.ts";
import { emptyShow, readShow } from "./show-head.ts";

/** What the head of a page says. */
export interface PageHead {
  title: string;
  url: string | null;
  description: string;
  language: string | null;
  next: string | null;
  isWordpress: boolean;
  readonly show: ShowHead;
}

/** The head of a page of which nothing is read yet. */
export function emptyHead(): PageHead {
  return {
    title: "",
    url: null,
    description: "",
    language: null,
    next: null,
    isWordpress: false,
    show: emptyShow(),
  };
}

/** Takes what an element of the channel or feed says. */
export function readHead(element: XmlElement, head: PageHead): void {
  const { name, attributes } = element;
  readShow(element, head.show);
  const local = name.replace(/^atom:/, "");
  if (local === "title" && head.title === "") head.title = titleOf(element);
  else if (/^(?:description|subtitle|tagline)$/.test(local)) head.description ||= titleOf(element);
  else if (/^(?:language|dc:language)$/.test(local)) head.language ??= textOf(element).trim() || null;
  else if (local === "generator") {
    head.isWordpress ||= /wordpress/i.test(`${textOf(element)} ${attributes.uri ?? ""}`);
  } else if (local === "link") {
    const href = attributes.href ?? null;
    if (href === null) head.url ??= textOf(element).trim() || null;
    else if (/^(?:next|prev-archive)$/.test(attributes.rel ?? "")) head.next ??= href;
    else if ((attributes.rel ?? "alternate") === "alternate") head.url ??= href;
  }
}

/** The page behind one: as it says, or as WordPress numbers them. */
export function nextPage({ next, isWordpress }: PageHead, url: string | null, number: number): string | null {
  const named = URL.parse(next ?? "", url ?? undefined);
  if (next !== null) return named && /^https?:$/.test(named.protocol) ? named.href : null;
  const guessed = isWordpress && url !== null ? URL.parse(url) : null;
  guessed?.searchParams.set("paged", String(number));
  return guessed?.href ?? null;
}
