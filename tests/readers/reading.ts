import type { FormatName } from "../../src/render/feeds/formats.ts";

/** A feed that is served, with what it says. */
export interface ServedFeed {
  readonly url: string;
  readonly format: FormatName;
  readonly text: string;
}

/** An article as a reader holds it. */
export interface SeenArticle {
  readonly id: string;
  readonly title: string;
  /** Whole seconds since 1970; null where it holds no date. */
  readonly published: number | null;
  readonly authors: string;
  /** Letters of the text, without tags and white space. */
  readonly letters: number;
  readonly enclosures: number;
}

/** A feed reader, or the library that one is built on. */
export interface FeedReader {
  readonly name: string;
  /** Programs of the machine that it needs. */
  readonly programs: readonly string[];
  readonly formats: readonly FormatName[];
  /** How many feeds it is tried with, where each takes it long. */
  readonly mostFeeds?: number;
  /** What it makes of each feed, by the feed's URL. `home` is a folder of its own. */
  readonly read: (
    feeds: readonly ServedFeed[],
    home: string,
  ) => Promise<ReadonlyMap<string, readonly SeenArticle[]>>;
}

/** Counts the letters that a person reads in HTML or plain text. */
export function lettersIn(html: string): number {
  const text = html.replace(/<[^>]*>/g, " ").replace(/&[a-z0-9#]+;/gi, " ");
  return text.match(/\p{L}/gu)?.length ?? 0;
}

/** Whole seconds of a date in any form that a reader prints. */
export function secondsOf(date: unknown): number | null {
  const milliseconds = date instanceof Date ? date.getTime() : Date.parse(String(date));
  return Number.isNaN(milliseconds) ? null : Math.floor(milliseconds / 1000);
}
