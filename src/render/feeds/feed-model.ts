import type { Podcast } from "../../article/podcast.ts";
import type { EpochSeconds } from "../../article/values.ts";
import type { FeedLinks } from "../../representation/addresses.ts";
import type { FeedFiling } from "./filing.ts";
import type { PodcastEpisode } from "./podcast-model.ts";

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

/** Somebody who wrote an article or stands for a channel: a name, an address, or both. */
export interface FeedPerson {
  readonly name?: string;
  readonly email?: string;
  readonly url?: string;
  readonly avatar?: string;
}

/** What every format says of a channel. All of its text is one printable line. */
export interface FeedChannel {
  /** Never changes (RFC 4287 §4.2.6). */
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** The page of the channel. */
  readonly url: string;
  /** Where the document itself stands in each format; a format without an address names none. */
  readonly self: Partial<FeedLinks>;
  /** BCP 47. */
  readonly language?: string;
  /** When the document last changed. */
  readonly updated: Date;
  /** How long a reader may leave it alone. */
  readonly ttlMinutes?: number;
  readonly generator: string | null;
  /** CSS for browsers that show the feed itself. */
  readonly stylesheet?: string;
  readonly copyright?: string;
  readonly image?: string;
  /** `image` again, as small as RSS shows it. */
  readonly smallImage?: string;
  readonly favicon?: string;
  /** Pixels of `smallImage`, or of `image` where there is none; where they are known. */
  readonly imageSize?: { readonly width: number; readonly height: number };
  /** Where what JSON Feed has no name for is described. */
  readonly about?: string;
  readonly authors: readonly FeedPerson[];
  readonly contributors: readonly FeedPerson[];
  readonly categories: readonly string[];
  /** WebSub hubs. */
  readonly hubs: readonly string[];
  readonly paging: FeedPaging;
  /** The site's show, where it is one. */
  readonly show: Podcast | null;
}

/** How an item without an id was written in a feed before, letter for letter. Empty: not there. */
export interface FeedItemText {
  readonly link: string;
  readonly pubDate: string;
}

/** A word that an article is filed under, and the address of the words of its kind. */
export interface FeedCategory {
  readonly name: string;
  readonly scheme?: string;
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
  /** Media type; null where nothing says it. */
  readonly type: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** What every format says of an article. All text but `content` and `text` is one printable line. */
export interface FeedItem {
  readonly id: string;
  readonly title: string;
  /** Empty where it has no page. */
  readonly url: string;
  readonly published: Date;
  /** Never before `published`. */
  readonly updated: Date;
  /** Plain text. */
  readonly summary: string;
  /** Sanitized HTML; absent where the feed carries summaries only. */
  readonly content?: string;
  /** `content` as plain text. */
  readonly text?: string;
  readonly authors: readonly FeedPerson[];
  readonly contributors: readonly FeedPerson[];
  readonly categories: readonly FeedCategory[];
  readonly image?: FeedImage;
  /** The first is the one that readers with room for one show. */
  readonly enclosures: readonly FeedEnclosure[];
  /** Where the article has its home, if that is not `url`. */
  readonly externalUrl?: string;
  readonly copyright?: string;
  /** The newsroom that it comes from. */
  readonly agency?: string;
  /** Where it is not the channel's. */
  readonly language?: string;
  /** What was corrected, in the publisher's words. */
  readonly correction?: string;
  /** When what it says last changed here. */
  readonly edition?: EpochSeconds;
  readonly episode?: PodcastEpisode;
  readonly filing?: FeedFiling;
  /** In RSS it goes on as it was, without an id. */
  readonly asWritten?: FeedItemText;
}

/** An article that was taken back (RFC 6721). */
export interface FeedTombstone {
  readonly id: string;
  readonly deleted: Date;
}
