import type { SourceArticle, SourceListing, SourceText } from "../article/article.ts";
import type { Problem } from "../article/problem.ts";
import { listSource, textOf } from "../article/source-listing.ts";
import type { ParsedArticle } from "../source/parse-article.ts";
import type { ListPool } from "./list-pool.ts";

/** A source without its text and without what reads it: plain JSON. */
export type StoredListing = Omit<SourceListing, "readText">;

/** What became of a source file, but for its text. */
export interface Outcome {
  /** Null where it is no article. */
  readonly listing: StoredListing | null;
  readonly problems: readonly Problem[];
  readonly asides: readonly Problem[];
}

/** Divides what a source became into what lists need and the long text, as both are written. */
export function encodeOutcome({ article, problems, asides }: ParsedArticle): {
  readonly outcomeBytes: Uint8Array;
  readonly textBytes: Uint8Array;
} {
  const outcome: Outcome = { listing: article && storedListing(article), problems, asides };
  return {
    outcomeBytes: Buffer.from(JSON.stringify(outcome)),
    textBytes: Buffer.from(article === null ? "" : encodeText(textOf(article))),
  };
}

function storedListing(article: SourceArticle): StoredListing {
  const { readText: _, ...listing } = listSource(article);
  return listing;
}

/** Reads an outcome; null where it is none. */
export function decodeOutcome(bytes: Uint8Array, lists: ListPool): Outcome | null {
  try {
    const { listing, ...told } = JSON.parse(textIn(bytes)) as Outcome;
    return { ...told, listing: listing && withListPool(listing, lists) };
  } catch {
    return null;
  }
}

function withListPool(listing: StoredListing, lists: ListPool): StoredListing {
  const { authors, tags, aliases, enclosures, references } = listing;
  return {
    ...listing,
    authors: lists.share(authors),
    tags: lists.share(tags),
    aliases: lists.share(aliases),
    enclosures: lists.share(enclosures),
    references: references.length === 0 ? lists.share(references) : references,
  };
}

/** No text of an article holds this character. */
const SEPARATOR = "\u0000";

function encodeText({ text, pieces }: SourceText): string {
  return [text, ...pieces].join(SEPARATOR);
}

/** Reads a text; null where there is none. */
export function decodeText(bytes: Uint8Array | null): SourceText | null {
  if (bytes === null) return null;
  const [text = "", ...pieces] = textIn(bytes).split(SEPARATOR);
  return { text, pieces };
}

function textIn(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
}
