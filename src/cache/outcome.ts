import { digestOf } from "../article/digest.ts";
import type { Problem } from "../article/problem.ts";
import type { ParsedSource, Source, SourceText } from "../article/source.ts";
import { sourceOf, textOf } from "../article/source-of.ts";
import type { ParsedArticle } from "../source/parse-article.ts";
import type { ListPool } from "./list-pool.ts";

/** A source as a cache keeps it, in plain JSON: its text lies apart, so nothing here can read it. */
export type StoredSource = Omit<Source, "readText">;

/** What became of a source file, but for its text. */
export interface Outcome {
  /** Null where it is no article. */
  readonly source: StoredSource | null;
  readonly problems: readonly Problem[];
  readonly asides: readonly Problem[];
}

/** Divides what a source became into what lists need and the long text, as both are written. */
export function encodeOutcome({ article, problems, asides }: ParsedArticle): {
  readonly outcomeBytes: Uint8Array;
  readonly textBytes: Uint8Array;
} {
  const outcome: Outcome = { source: article && storedSource(article), problems, asides };
  return {
    outcomeBytes: Buffer.from(JSON.stringify(outcome)),
    textBytes: Buffer.from(article === null ? "" : encodeText(textOf(article))),
  };
}

function storedSource(article: ParsedSource): StoredSource {
  const { readText: _, ...stored } = sourceOf(article);
  return { ...stored, words: digestOf(JSON.stringify(stored)) };
}

/** Reads an outcome; null where it is none. */
export function decodeOutcome(bytes: Uint8Array, lists: ListPool): Outcome | null {
  try {
    const { source, ...told } = JSON.parse(textIn(bytes)) as Outcome;
    return { ...told, source: source && withListPool(source, lists) };
  } catch {
    return null;
  }
}

function withListPool(source: StoredSource, lists: ListPool): StoredSource {
  const { authors, tags, aliases, enclosures, references } = source;
  return {
    ...source,
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
