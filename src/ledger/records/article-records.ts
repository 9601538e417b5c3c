import type { ArticleRecord, Beside, Membership } from "./article-record.ts";

/** Every article ever published, by ordinal: a list, or one of which a record is read when it is asked for. */
export interface ArticleRecords extends Iterable<ArticleRecord> {
  readonly length: number;
  /** The record with an ordinal, from 0. */
  at(ordinal: number): ArticleRecord | undefined;
}

/** What is told of records, by ordinal, without reading them. */
export interface RecordsTold {
  readonly id: (ordinal: number) => string;
  readonly address: (ordinal: number) => string;
  readonly published: (ordinal: number) => number;
  readonly edition: (ordinal: number) => number;
  readonly joined: (ordinal: number) => readonly Membership[] | undefined;
  readonly beside: (ordinal: number) => Beside | undefined;
  /** Whether something stands beside it, or was looked for. */
  readonly hasBeside: (ordinal: number) => boolean;
  /** Whether something is true of all that stands beside it, by how much lower the ordinal of each is; or 0. */
  readonly isBesideAll: (ordinal: number, isIt: (distance: number) => boolean) => boolean;
  /** Whether the article is in the site. */
  readonly isThere: (ordinal: number) => boolean;
}

/** Finds ordinals by a text that records have. */
export interface RecordFinder {
  /** The lowest; -1 where none has it. */
  find(text: string): number;
  all(text: string): Generator<number>;
}
