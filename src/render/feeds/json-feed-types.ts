/**
 * The feeds of a site as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/), as far as they use it.
 *
 * @example
 * import type { JsonFeed } from "feedwright/json-feed";
 *
 * const feed = (await response.json()) as JsonFeed;
 */
export interface JsonFeed {
  readonly version: "https://jsonfeed.org/version/1.1";
  readonly title: string;
  readonly home_page_url: string;
  readonly feed_url: string;
  readonly description?: string;
  /** The next older articles; absent where there are none. */
  readonly next_url?: string;
  readonly icon?: string;
  readonly favicon?: string;
  readonly authors?: readonly JsonFeedAuthor[];
  /** BCP 47. */
  readonly language?: string;
  readonly hubs?: readonly { readonly type: string; readonly url: string }[];
  /** `about` is the address of the schema of these feeds. */
  readonly _feedwright?: { readonly about?: string };
  readonly items: readonly JsonFeedItem[];
}

/** An article. It has `content_html`, `content_text`, or both. */
export interface JsonFeedItem {
  /** Never changes. */
  readonly id: string;
  readonly url?: string;
  /** Where the article has its home, if that is not `url`. */
  readonly external_url?: string;
  readonly title: string;
  readonly summary?: string;
  readonly content_html?: string;
  readonly content_text?: string;
  readonly image?: string;
  /** RFC 3339. */
  readonly date_published: string;
  readonly date_modified: string;
  readonly authors?: readonly JsonFeedAuthor[];
  readonly tags?: readonly string[];
  /** BCP 47, where it is not the feed's. */
  readonly language?: string;
  readonly attachments?: readonly JsonFeedAttachment[];
  readonly _feedwright?: FeedwrightItem;
}

/** Somebody who wrote an article or stands for the site; `url` is a page of their own, or that of the site. */
export interface JsonFeedAuthor {
  readonly name: string;
  readonly url?: string;
  readonly avatar?: string;
}

/** A file that comes with an article. */
export interface JsonFeedAttachment {
  readonly url: string;
  readonly mime_type: string;
  readonly title?: string;
  readonly size_in_bytes?: number;
  readonly duration_in_seconds?: number;
}

/** What JSON Feed has no field for. */
export interface FeedwrightItem {
  readonly section?: FeedwrightSection;
  /** In the order of `tags`, without the section. */
  readonly tags?: readonly FeedwrightChannel[];
  readonly authors?: readonly FeedwrightChannel[];
  /** The news agency that the article comes from. */
  readonly agency?: string;
  /** What was corrected, in the publisher's words. */
  readonly corrected?: string;
  /** The publish that last changed the article, in seconds since 1970. */
  readonly edition?: number;
  readonly episode?: FeedwrightEpisode;
}

/** A name that articles gather under; `url` is the page of its channel, whose feed is at `{url}/feed.json`. */
export interface FeedwrightChannel {
  readonly name: string;
  readonly url?: string;
}

/** A section; `slug` is the last segment of `url`. */
export interface FeedwrightSection extends FeedwrightChannel {
  readonly slug?: string;
}

/** What an article tells of the episode that it brings. */
export interface FeedwrightEpisode {
  readonly season?: number;
  readonly number?: number;
  readonly explicit?: boolean;
  /** A file of JSON chapters. */
  readonly chapters?: string;
  readonly transcripts?: readonly {
    readonly url: string;
    readonly mime_type: string;
    readonly language?: string;
  }[];
}
