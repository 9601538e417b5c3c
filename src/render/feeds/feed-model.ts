import type { Author, FeedOptions, Item } from "feed";

/**
 * A channel in `feed`'s own words, with what its model lacks. `updated` is the edition of the
 * document; `ttl` is minutes.
 */
export interface FeedChannel extends FeedOptions {
  readonly id: string;
  readonly link: string;
  readonly updated: Date;
  readonly feedLinks: { readonly rss: string; readonly atom: string; readonly json: string };
  readonly authors?: readonly Author[];
}

/** An article in `feed`'s own words, with what its model lacks. `date` is the last update. */
export interface FeedItem extends Item {
  readonly id: string;
  readonly published: Date;
  /** Plain text. */
  readonly description: string;
  /** Sanitized HTML; absent where the feed carries summaries only. */
  readonly content?: string;
  readonly author: Author[];
  readonly category: { name: string }[];
  /** The newsroom that it comes from. */
  readonly agency?: string;
  readonly language?: string;
  readonly correction?: string;
  readonly text?: string;
}

/** A feed as text: what stands around the items, and each item by itself. */
export interface FeedText {
  readonly head: string;
  readonly items: readonly string[];
  readonly separator: string;
  readonly tail: string;
}

/** Puts a feed together. */
export function joinFeed({ head, items, separator, tail }: FeedText): string {
  return head + items.join(separator) + tail;
}
