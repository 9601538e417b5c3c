import { createRequire } from "node:module";
import type { EpochSeconds } from "../../article/values.ts";
import type { FormatName } from "../../render/feeds/formats.ts";
import type { PieceElement } from "./read-piece.ts";
import { readPiece } from "./read-piece.ts";

const require = createRequire(import.meta.url);

/** What a reader gets out of one article's piece of a feed. */
export interface ReadItem {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly published: EpochSeconds;
  readonly updated: EpochSeconds;
  readonly summary: string;
  /** HTML; empty where the piece has none. */
  readonly content: string;
  readonly authors: readonly string[];
  readonly categories: readonly string[];
  /** Address, type and length of each, as one word; what is missing is empty. */
  readonly enclosures: readonly string[];
}

/**
 * Reads a piece of a feed by means that have nothing in common with what wrote it. Throws the
 * parser's error where it is not well formed.
 */
export const READ_BACK: Readonly<Record<FormatName, (piece: string) => ReadItem>> = {
  rss: readRss,
  atom: readAtom,
  json: readJson,
};

/** An enclosure as `ReadItem` holds it. */
export function enclosureWord(url: unknown, type: unknown, sizeBytes: unknown): string {
  return `${url ?? ""} ${type ?? ""} ${sizeBytes ?? ""}`;
}

function readRss(piece: string): ReadItem {
  const item = readPiece(piece).elements;
  const published = textOf(item, "pubDate");
  return {
    id: textOf(item, "guid"),
    title: textOf(item, "title"),
    url: textOf(item, "link"),
    published: seconds(published),
    updated: seconds(textOf(item, "atom:updated") || published),
    summary: shownText(textOf(item, "description")),
    content: textOf(item, "content:encoded"),
    authors: textsOf(item, "dc:creator"),
    categories: distinct(textsOf(item, "category")),
    enclosures: [
      ...named(item, "enclosure").map(({ attributes }) =>
        enclosureWord(attributes.url, attributes.type, attributes.length),
      ),
      // One without a length is the picture that stands for the article.
      ...named(item, "media:content")
        .filter(({ attributes }) => attributes.medium !== "image" || attributes.fileSize !== undefined)
        .map(({ attributes }) => enclosureWord(attributes.url, attributes.type, attributes.fileSize)),
    ],
  };
}

function readAtom(piece: string): ReadItem {
  const entry = readPiece(piece).elements;
  const links = named(entry, "link");
  return {
    id: textOf(entry, "id"),
    title: textOf(entry, "title"),
    url: links.find(({ attributes }) => attributes.rel === "alternate")?.attributes.href ?? "",
    published: seconds(textOf(entry, "published")),
    updated: seconds(textOf(entry, "updated")),
    summary: textOf(entry, "summary"),
    content: textOf(entry, "content"),
    authors: named(entry, "author").map((author) => textOf(author.elements, "name")),
    categories: distinct(named(entry, "category").map(({ attributes }) => attributes.term ?? "")),
    enclosures: links
      .filter(({ attributes }) => attributes.rel === "enclosure")
      .map(({ attributes }) => enclosureWord(attributes.href, attributes.type, attributes.length)),
  };
}

function readJson(piece: string): ReadItem {
  const item = JSON.parse(piece) as Record<string, unknown>;
  const records = (list: unknown) => (Array.isArray(list) ? list : []) as Record<string, unknown>[];
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return {
    id: text(item.id),
    title: text(item.title),
    url: text(item.url),
    published: seconds(text(item.date_published)),
    updated: seconds(text(item.date_modified)),
    summary: text(item.summary),
    content: text(item.content_html),
    authors: records(item.authors).map(({ name }) => text(name)),
    categories: Array.isArray(item.tags) ? item.tags.map(text) : [],
    enclosures: records(item.attachments).map((one) =>
      enclosureWord(one.url, one.mime_type, one.size_in_bytes),
    ),
  };
}

function named(elements: readonly PieceElement[], name: string): PieceElement[] {
  return elements.filter((element) => element.name === name);
}

function textsOf(elements: readonly PieceElement[], name: string): string[] {
  return named(elements, name).map(({ text }) => text);
}

function textOf(elements: readonly PieceElement[], name: string): string {
  return elements.find((element) => element.name === name)?.text ?? "";
}

/** The text that a reader shows of HTML. */
function shownText(html: string): string {
  if (!/[&<]/.test(html)) return html;
  let shown = "";
  const { Parser } = require("htmlparser2") as typeof import("htmlparser2");
  const parser = new Parser({
    ontext(text) {
      shown += text;
    },
  });
  parser.end(html);
  return shown;
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)];
}

function seconds(date: string): EpochSeconds {
  return Date.parse(date) / 1000;
}
