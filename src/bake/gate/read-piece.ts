import type { XmlElement } from "@rgrove/parse-xml";
import { readXml } from "./read-xml.ts";

/** An element of a piece of XML. */
export interface PieceElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Its own and that of all elements in it. */
  readonly text: string;
  readonly elements: readonly PieceElement[];
}

/**
 * Reads a piece of XML: what is plainly written in one pass, all else by the parser, with the same
 * result. Throws the parser's error where it is not well formed.
 */
export function readPiece(xml: string): PieceElement {
  return readPlain(xml) ?? pieceOf(readXml(xml));
}

/** What our documents begin with: the declaration, perhaps with a style sheet below it. */
const PROLOG = /^<\?xml version="1\.0" encoding="utf-8"\?>\n(?:<\?xml-stylesheet [^<>?\p{C}]*\?>\n)?/u;

/** Reads a whole document in the same way. */
export function readDocument(xml: string): PieceElement {
  const [prolog = ""] = PROLOG.exec(xml) ?? [];
  return readPlain(xml.slice(prolog.length)) ?? pieceOf(readXml(xml));
}

function pieceOf({ name, attributes, text, children }: XmlElement): PieceElement {
  const elements = children.filter((child): child is XmlElement => child.type === "element");
  return { name, attributes, text, elements: elements.map(pieceOf) };
}

/** Characters that XML forbids, and those that a parser turns into others. */
const UNPLAIN = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/;

const TAG = /^([A-Za-z_][\w.:-]*)((?: [A-Za-z_][\w.:-]*="[^"<\t\n]*")*)( ?\/)?$/;
const ATTRIBUTE = / ([^ =]+)="([^"]*)"/g;

const CDATA = "<![CDATA[";
const CDATA_END = "]]>";

interface OpenElement extends PieceElement {
  text: string;
  readonly elements: PieceElement[];
}

/** The cheap road: elements, attributes in double quotes, text and CDATA sections. Null for anything else. */
export function readPlain(xml: string): PieceElement | null {
  if (!xml.isWellFormed() || UNPLAIN.test(xml)) return null;
  const open: OpenElement[] = [];
  let at = 0;
  for (let start = xml.indexOf("<"); start !== -1; start = xml.indexOf("<", at)) {
    if (start > at && !addText(open, unescaped(xml.slice(at, start)))) return null;
    if (xml.startsWith(CDATA, start)) {
      const end = xml.indexOf(CDATA_END, start);
      if (end === -1 || !addText(open, xml.slice(start + CDATA.length, end))) return null;
      at = end + CDATA_END.length;
      continue;
    }
    const end = xml.indexOf(">", start);
    if (end === -1) return null;
    at = end + 1;
    const isEnd = xml.startsWith("/", start + 1);
    const tag = isEnd ? null : readTag(xml.slice(start + 1, end));
    if (tag !== null) {
      open.at(-1)?.elements.push(tag.element);
      open.push(tag.element);
    } else if (!isEnd || open.at(-1)?.name !== xml.slice(start + 2, end)) return null;
    if (tag !== null && !tag.isEmpty) continue;
    const closed = open.pop();
    if (open.length === 0) return /^[ \t\n]*$/.test(xml.slice(at)) ? (closed ?? null) : null;
  }
  return null;
}

/** Text belongs to every element that is open; there is none outside. */
function addText(open: readonly OpenElement[], text: string | null): boolean {
  if (text === null || open.length === 0) return false;
  for (const element of open) element.text += text;
  return true;
}

function readTag(inside: string): { readonly element: OpenElement; readonly isEmpty: boolean } | null {
  const [, name, written = "", end] = TAG.exec(inside) ?? [];
  if (name === undefined) return null;
  const attributes: Record<string, string> = Object.create(null);
  for (const [, attribute = "", value = ""] of written === "" ? [] : written.matchAll(ATTRIBUTE)) {
    const said = unescaped(value);
    if (said === null || attribute in attributes) return null;
    attributes[attribute] = said;
  }
  return { element: { name, attributes, text: "", elements: [] }, isEmpty: end !== undefined };
}

const STRANGE = /&(?!(?:amp|lt|gt|quot|apos);)/;

/** Text without the escapes that XML itself knows; null where it holds others, or what may stand in no text. */
function unescaped(text: string): string | null {
  if (text.includes(CDATA_END)) return null;
  if (!text.includes("&")) return text;
  if (STRANGE.test(text)) return null;
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
