import type { EpochSeconds } from "../../article/values.ts";

/**
 * A part of a feed that can be cut out of it: one article, one tombstone, or the word that the feed
 * holds all there is.
 */
export interface FeedPiece {
  readonly kind: "article" | "tombstone" | "complete";
  readonly id: string;
  /** When it last changed, or was taken back. */
  readonly edition: EpochSeconds;
  readonly text: string;
}

/** What stands around the items of a feed. */
export interface FeedFrame {
  readonly head: string;
  /** What says before the first item that it holds all there is (RFC 5005 §2); null where it does not. */
  readonly complete: string | null;
  readonly separator: string;
  readonly tail: string;
}

/** A feed as text: what stands around the items, and each item by itself. */
export interface FeedText extends Omit<FeedFrame, "complete"> {
  /** What says that it is complete, then tombstones, then articles. */
  readonly items: readonly FeedPiece[];
}

/** Puts a feed together. */
export function joinFeed({ head, items, separator, tail }: FeedText): string {
  return head + items.map(({ text }) => text).join(separator) + tail;
}
