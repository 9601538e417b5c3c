import type { ArticleId, ContentPath, EpochSeconds } from "../../article/values.ts";

/** A correction that an article declares. */
export interface Correction {
  /** Digest of the note, so that another note is another correction. */
  readonly note: string;
  /** How many articles the site had published when it was declared. */
  readonly before: number;
}

/**
 * That an article is in a channel, or once was: the position of the channel. One that joined later than
 * the channel's first articles also tells how many articles the site had published by then, and in which
 * edition: with its place among those it has an ordinal in the channel, which never changes.
 */
export type Membership = number | LaterMembership;

export type LaterMembership = readonly [channel: number, before: number, edition: number];

/**
 * What stands beside an article: the one before it in time, or 0, and what is related to it, the nearest
 * first; each by how much lower its ordinal is.
 */
export type Beside = readonly [before: number, ...related: readonly number[]];

/** What is remembered of an article, for ever. */
export interface ArticleRecord {
  /** Order of first publication, from 0. */
  readonly ordinal: number;
  readonly path: ContentPath;
  readonly id: ArticleId;
  /** What it asked to be called in its address, percent-encoded; another one may have had that. */
  readonly slug: string;
  /** The path of its page, percent-encoded. */
  readonly address: string;
  /** Paths that its page had before, oldest first; they lead here. */
  readonly earlier: readonly string[];
  /** The moment of its first publication. */
  readonly first: EpochSeconds;
  readonly published: EpochSeconds;
  /** Never goes back. */
  readonly updated: EpochSeconds;
  /** Of what the source says. */
  readonly digest: string;
  /** The edition that last changed anything of this. */
  readonly edition: EpochSeconds;
  readonly correction: Correction | null;
  /** The edition that took it away; null while it is in the site. */
  readonly deleted: EpochSeconds | null;
  /** There where it has always been a page of its own, so that no feed ever named its id. */
  readonly page?: true;
  /** The channels with archives that it is in, or was; told beside its page too. */
  readonly joined?: readonly Membership[];
  /** More of them, which its page does not tell: it stood before they had archives. */
  readonly implied?: readonly number[];
  /** Chosen when it was first published; told beside its page too. */
  readonly beside?: Beside;
}

/** Whether there is more to say of an article than what is told of all: such records are always read. */
export function isMarked({ deleted, earlier, correction, implied }: ArticleRecord): boolean {
  return deleted !== null || earlier.length > 0 || correction !== null || implied !== undefined;
}

/** The keys of an article's documents. */
export function keysOf({ address, earlier }: ArticleRecord): readonly string[] {
  return [address, ...earlier];
}
