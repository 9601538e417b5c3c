import type { Author, Category, FeedOptions, Item } from "feed";
import type { Podcast } from "../../article/podcast.ts";
import type { EpochSeconds } from "../../article/values.ts";
import type { PodcastEpisode } from "./podcast-model.ts";

/** An address in each format. */
export interface FeedLinks {
  readonly rss: string;
  readonly atom: string;
  readonly json: string;
}

/** What a document is in the chain that holds every article of a feed (RFC 5005). */
export type FeedPaging =
  /** Holds some articles, and says nothing of the rest. */
  | { readonly kind: "open" }
  /** Holds every article there is (§2). */
  | { readonly kind: "complete" }
  /** Holds the newest; the one before it is an archive (§4). */
  | { readonly kind: "current"; readonly previous: FeedLinks }
  /** Holds a range of older ones, for good (§4). */
  | {
      readonly kind: "archive";
      readonly current: FeedLinks;
      readonly previous: FeedLinks | null;
      readonly next: FeedLinks | null;
    };

/** A channel in `feed`'s own words, with what its model lacks. `ttl` is minutes. */
export interface FeedChannel extends FeedOptions {
  /** Never changes (RFC 4287 §4.2.6). */
  readonly id: string;
  /** The page of the channel. */
  readonly link: string;
  /** When the document last changed. */
  readonly updated: Date;
  /** Where the document itself stands in each format; a format without an address names none. */
  readonly feedLinks: NonNullable<FeedOptions["feedLinks"]>;
  readonly authors: readonly Author[];
  readonly contributors: readonly Author[];
  readonly categories: readonly string[];
  /** WebSub hubs. */
  readonly hubs: readonly string[];
  readonly paging: FeedPaging;
  /** The site's show, where it is one. */
  readonly show: Podcast | null;
}

/** A file that comes with an article. */
export interface FeedEnclosure {
  readonly url: string;
  /** Media type; null where nothing says it. */
  readonly type: string | null;
  readonly sizeBytes: number | null;
  readonly durationSeconds: number | null;
  readonly title: string | null;
}

/** A picture that stands for an article. */
export interface FeedImage {
  readonly url: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** An article in `feed`'s own words, with what its model lacks. `date` is the last update. */
export interface FeedItem extends Omit<Item, "image" | "audio" | "video" | "enclosure"> {
  readonly id: string;
  readonly published: Date;
  /** Plain text. */
  readonly description: string;
  /** Sanitized HTML; absent where the feed carries summaries only. */
  readonly content?: string;
  /** `content` as plain text. */
  readonly text?: string;
  readonly author: Author[];
  /** `name`, and the address of the names of its kind as `domain`. */
  readonly category: Category[];
  readonly image?: FeedImage;
  /** The first is the one that readers with room for one show. */
  readonly enclosures: readonly FeedEnclosure[];
  /** Where the article has its home, if that is not `link`. */
  readonly externalLink?: string;
  /** The newsroom that it comes from. */
  readonly agency?: string;
  /** Where it is not the channel's. */
  readonly language?: string;
  /** What was corrected, in the publisher's words. */
  readonly correction?: string;
  /** When what it says last changed here. */
  readonly edition?: EpochSeconds;
  readonly episode?: PodcastEpisode;
}

/** An article that was taken back (RFC 6721). */
export interface FeedTombstone {
  readonly id: string;
  readonly deleted: Date;
}

/** A part of a feed that can be cut out of it: one article, or one tombstone. */
export interface FeedPiece {
  readonly kind: "article" | "tombstone";
  readonly id: string;
  /** When it last changed, or was taken back. */
  readonly edition: EpochSeconds;
  readonly text: string;
}

/** What stands around the items of a feed. */
export interface FeedFrame {
  readonly head: string;
  readonly separator: string;
  readonly tail: string;
}

/** A feed as text: what stands around the items, and each item by itself. */
export interface FeedText extends FeedFrame {
  /** Tombstones first. */
  readonly items: readonly FeedPiece[];
}

/** Puts a feed together. */
export function joinFeed({ head, items, separator, tail }: FeedText): string {
  return head + items.map(({ text }) => text).join(separator) + tail;
}
