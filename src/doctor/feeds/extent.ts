import type { NoFeed } from "./parsed-feed.ts";

/** What is read of one document; past it, nothing of it is. */
export const DOCUMENT_LIMITS = {
  items: 10_000,
  /** Elements and attributes of XML, values of JSON. */
  parts: 150_000,
  /** Such as `&amp;` in XML. */
  references: 1_000_000,
  /** Elements, objects and lists within each other. */
  depth: 100,
} as const;

/** How much a parser would have to build of a document. */
export interface Extent {
  /** Elements, attributes and instructions of XML; values of JSON. */
  readonly parts: number;
  readonly references: number;
  /** The most elements, objects or lists within each other. */
  readonly depth: number;
}

/** Why nothing of a document is read; null where it keeps the limits. */
export function beyondLimits({ parts, references, depth }: Extent): NoFeed | null {
  if (parts > DOCUMENT_LIMITS.parts) {
    return { reason: `it has more than ${DOCUMENT_LIMITS.parts.toLocaleString("en")} parts`, tooMuch: true };
  }
  if (references > DOCUMENT_LIMITS.references) {
    const most = DOCUMENT_LIMITS.references.toLocaleString("en");
    return { reason: `it has more than ${most} references such as &amp;`, tooMuch: true };
  }
  if (depth > DOCUMENT_LIMITS.depth) {
    return { reason: `it is nested more than ${DOCUMENT_LIMITS.depth} deep`, tooMuch: true };
  }
  return null;
}

/** What is skipped whole, by how it begins and ends (XML 1.0 §2.5 to §2.7). */
const SKIPPED = [
  ["<!--", "-->"],
  ["<![CDATA[", "]]>"],
  ["<?", "?>"],
  // Of a document type nothing is built, but entities may hold what looks like elements.
  ["<!", ""],
  ["</", ">"],
] as const;

/** Measures XML in one pass: never less than a parser builds before it finds a fault. */
export function xmlExtent(text: string): Extent {
  let parts = 0;
  let depth = 0;
  let deepest = 0;
  let at = text.indexOf("<");
  while (at !== -1) {
    const skipped = SKIPPED.find(([start]) => text.startsWith(start, at));
    if (skipped) {
      const [start, end] = skipped;
      if (start === "<?") parts += 1;
      if (start === "</") depth -= 1;
      at = behind(text, end, at + start.length);
    } else {
      const tag = startTagAt(text, at);
      parts += 1 + tag.attributes;
      if (!tag.empty) depth += 1;
      deepest = Math.max(deepest, depth);
      at = tag.end;
    }
    at = text.indexOf("<", at);
  }
  return { parts, references: occurrences(text, "&"), depth: deepest };
}

/** A start tag: how many attributes it has, whether it is the whole element, and what is behind it. */
function startTagAt(text: string, start: number) {
  let attributes = 0;
  let at = start + 1;
  while (at < text.length && text[at] !== ">") {
    const quote = text[at] === '"' || text[at] === "'" ? (text[at] ?? "") : null;
    if (quote !== null) attributes += 1;
    at = quote === null ? at + 1 : behind(text, quote, at + 1);
  }
  return { attributes, empty: text[at - 1] === "/", end: at + 1 };
}

/** How often a character stands in a text. */
export function occurrences(text: string, mark: string): number {
  let count = 0;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) count += 1;
  return count;
}

/** The place behind the next `mark`; the end of the text where there is none. */
function behind(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at + mark.length;
}

/** Measures JSON in one pass: never less than a parser builds before it finds a fault. */
export function jsonExtent(text: string): Extent {
  let parts = 0;
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === ",") parts += 1;
    else if (character === "{" || character === "[") {
      parts += 1;
      depth += 1;
      deepest = Math.max(deepest, depth);
    } else if (character === "}" || character === "]") depth -= 1;
  }
  return { parts, references: 0, depth: deepest };
}

/** Where a JSON string ends that begins at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}
