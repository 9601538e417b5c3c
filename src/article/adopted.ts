import type { ContentPath, EpochSeconds } from "./values.ts";

/** The file of a content folder that holds what readers of an old site know. */
export const ADOPTED_FILE = "adopted.toml";

/** The formats of a feed, as `adopted.toml` names them. */
export const ADOPTED_FORMATS = ["rss", "atom", "json"] as const;

export type AdoptedFormat = (typeof ADOPTED_FORMATS)[number];

/** How an item without an id was written, letter for letter: readers know it by that. Empty where it had none. */
export interface AdoptedItemText {
  readonly link: string;
  readonly pubDate: string;
}

/** What readers of an old site know of an article. */
export interface AdoptedArticle {
  readonly path: ContentPath;
  /** Verbatim. */
  readonly id: string | null;
  /** A path of the site, percent-encoded. */
  readonly address: string | null;
  /** The date that they have, to the second, where the article's own is less exact. */
  readonly published: EpochSeconds | null;
  /** Of its item in a feed whose items had no ids. */
  readonly item: AdoptedItemText | null;
  readonly line: number | null;
}

/** A feed of an old site. */
export interface AdoptedFeed {
  /** A path of the site, perhaps with a query behind it. */
  readonly address: string;
  readonly format: AdoptedFormat;
  /** The page of the channel whose feed it is; null: the whole site's. */
  readonly channel: string | null;
  /** Its own id (Atom `id`). */
  readonly id: string | null;
  /** Of a show, the UUID that directories know it by. */
  readonly podcastGuid: string | null;
  /** Whether its items had ids. */
  readonly guids: boolean;
  readonly oldest: EpochSeconds | null;
  readonly lastModified: EpochSeconds | null;
  readonly line: number | null;
}

/** What readers of an old site know of it. */
export interface Adopted {
  readonly articles: readonly AdoptedArticle[];
  readonly feeds: readonly AdoptedFeed[];
}

/** A site that nobody knew before. */
export const NOTHING_ADOPTED: Adopted = { articles: [], feeds: [] };
