import type { Body, Reference } from "../../article/references.ts";
import { TextLines } from "../text/text-lines.ts";
import { ALLOWED_ELEMENTS, BLOCK_ELEMENTS, VOID_ELEMENTS } from "./allowed-html.ts";
import { cutAttributes } from "./cut-attributes.ts";
import { isNested, MAX_NESTING } from "./html-nesting.ts";
import { readTag, STRANGE_IN_TEXT, unescaped } from "./read-tag.ts";

/** A body and what it says without markup. */
export interface ReadHtml {
  readonly body: Body;
  /** One line a block. */
  readonly text: string;
  /** Text of the first paragraph, or of the first block where there is none; without the signs of notes and the titles of boxes. */
  readonly lede: string;
  /** The same with these signs, and with the titles of boxes. */
  readonly notedLede: string;
}

/**
 * `unchecked` HTML is read only where every tag is allowed, nested and closed as the sanitizer would
 * leave it, so that the sanitizer has nothing to do. `sanitized` HTML may be nested as it likes.
 */
export type Origin = "unchecked" | "sanitized";

/**
 * Reads clean HTML in one pass: cuts it at its references and takes the text out. Clean means that
 * it holds nothing but the elements, attributes and URL schemes of `allowed-html.ts`, each attribute
 * in double quotes and each `<`, `>` and `&` of the text escaped. Null where it is not: the reader
 * is a second lock behind the sanitizer, and it makes the sanitizer unnecessary for most Markdown.
 * `lineOf` tells the source line of a target.
 */
export function readHtml(
  source: string,
  origin: Origin,
  lineOf: (target: string) => number,
): ReadHtml | null {
  const html = source.trim();
  const pieces: (string | Reference)[] = [];
  const text = new TextLines();
  const open: string[] = [];
  /** How many elements are open round the sign of a note; 0 where none is. */
  let note = 0;
  /** Where the part of `html` begins that is not in `pieces` yet. */
  let from = 0;
  let at = 0;

  for (let start = html.indexOf("<"); start !== -1; start = html.indexOf("<", at)) {
    if (!readText(html, at, start, text, note > 0)) return null;
    const end = html.indexOf(">", start);
    if (end === -1) return null;
    at = end + 1;

    if (html.charCodeAt(start + 1) === SLASH) {
      const name = html.slice(start + 2, end);
      if (open.pop() !== name) return null;
      if (open.length < note) note = 0;
      if (BLOCK_ELEMENTS.has(name)) text.endBlock(name, isBoxTitle(html, start, open));
      continue;
    }

    const tag = readTag(html.slice(start + 1, end));
    if (tag === null) return null;
    const { name, attributes } = tag;
    if (name === "a" && open.at(-1) === "sup" && attributes?.get("href")?.startsWith("#"))
      note = open.length + 1;
    if (name === "input") {
      const box = checkbox(attributes);
      text.add(box);
      pieces.push(html.slice(from, start), box);
      from = at;
      continue;
    }
    if (!ALLOWED_ELEMENTS.has(name)) return null;
    if (origin === "unchecked" && !isNested(name, open.at(-1))) return null;
    if (BLOCK_ELEMENTS.has(name)) text.beginBlock(name);
    else if (name === "br") text.breakLine();
    if (!VOID_ELEMENTS.has(name) && open.push(name) > MAX_NESTING) return null;
    if (attributes === null && !VOID_ELEMENTS.has(name)) continue;
    pieces.push(html.slice(from, start + 1 + name.length));
    if (attributes !== null) cutAttributes(name, attributes, pieces, lineOf);
    pieces.push(VOID_ELEMENTS.has(name) ? " />" : ">");
    from = at;
  }
  if (open.length > 0 || !readText(html, at, html.length, text, false)) return null;
  pieces.push(html.slice(from));
  return { body: joinNeighbours(pieces), ...text.read() };
}

/** Hands on the text between two tags. False where it holds what should have been escaped. */
function readText(html: string, from: number, to: number, text: TextLines, isNote: boolean): boolean {
  if (from === to) return true;
  const raw = html.slice(from, to);
  if (raw.includes(">") || (raw.includes("&") && STRANGE_IN_TEXT.test(raw))) return false;
  if (isNote) text.addNote(unescaped(raw));
  else text.add(unescaped(raw));
  return true;
}

/** Whether a block that ends at a place is the title of a box: bold from end to end, in a quote. */
function isBoxTitle(html: string, end: number, open: readonly string[]): boolean {
  if (open.at(-1) !== "blockquote" || !html.endsWith("</strong>", end)) return false;
  const begin = html.lastIndexOf("<strong>", end);
  return html.startsWith("<p>", begin - 3);
}

const SLASH = 47;

/** A box of a task list is a character: forms work in no feed reader. */
function checkbox(attributes: ReadonlyMap<string, string> | null): string {
  if (attributes?.get("type") !== "checkbox") return "";
  return attributes.has("checked") ? "☑" : "☐";
}

/** Puts strings that stand side by side together. */
function joinNeighbours(pieces: readonly (string | Reference)[]): Body {
  const joined: (string | Reference)[] = [];
  let run = "";
  for (const piece of pieces) {
    if (typeof piece === "string") run += piece;
    else {
      joined.push(run, piece);
      run = "";
    }
  }
  joined.push(run);
  return joined;
}
