import type { EpochSeconds } from "../../article/values.ts";

/** What a source says of the site as a whole. */
export interface OldSite {
  readonly title: string;
  /** Where it was read; null where the source does not say. */
  readonly url: string | null;
  readonly description: string;
  /** BCP 47, or nothing that can be told. */
  readonly language: string | null;
  /** IANA name; null where the source does not say. */
  readonly timezone: string | null;
  /** Other addresses that it was at. */
  readonly alsoAt?: readonly (string | null)[];
  /** Hosts, beside the site's own, that hold nothing but its media. */
  readonly mediaHosts: readonly string[];
  /** The show that its feed is. */
  readonly show?: OldShow;
}

/** What a feed says of its show; null where it does not. */
export interface OldShow {
  readonly author: string | null;
  readonly owner: { readonly name: string; readonly email: string } | null;
  readonly explicit: boolean | null;
  /** Its URL. */
  readonly image: string | null;
  /** Each with its subcategory: `News > Daily News`. */
  readonly categories: readonly string[];
  readonly guid: string | null;
  readonly kind: "episodic" | "serial" | null;
}

/** A file that goes with a post, as its source declares it. */
export interface OldFile {
  readonly url: string;
  readonly type: string | null;
  readonly sizeBytes: number | null;
  readonly durationSeconds: number | null;
}

/** A page of the old site that listed posts: those of a tag or of an author. */
export interface OldList {
  readonly path: string;
  readonly kind: "tag" | "author";
  readonly name: string;
  readonly feed: { readonly path: string; readonly format: "rss" | "atom" };
}

/** A post or a page of the old site. */
export interface OldPost {
  /** Tells it from all others of its source, also in a later export. */
  readonly key: string;
  /** Its id in the feeds of the old site, verbatim. */
  readonly id: string | null;
  /** The `link` and `pubDate` of an item that has no id, letter for letter; empty where it lacks one. */
  readonly written: { readonly link: string; readonly pubDate: string } | null;
  /** Its address, absolute. */
  readonly link: string | null;
  readonly isPage: boolean;
  readonly isDraft: boolean;
  readonly title: string;
  readonly slug: string | null;
  readonly published: EpochSeconds | null;
  readonly updated: EpochSeconds | null;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** Plain text. */
  readonly summary: string | null;
  readonly image: { readonly url: string; readonly alt: string } | null;
  readonly enclosures: readonly OldFile[];
  readonly language: string | null;
  readonly canonical: string | null;
  readonly season: number | null;
  readonly episode: number | null;
  readonly explicit: boolean | null;
  /** Lists of the old site that it stood in. */
  readonly lists: readonly OldList[];
  /** Slugs that it had before. */
  readonly aliases: readonly string[];
  /** Queries by which the old site knew it too, such as `?p=123`. */
  readonly queries: readonly string[];
  readonly html: string;
  /** What is wrong with it and was mended. */
  readonly remarks: readonly string[];
}

/** What a source held beside posts, by what it is called: comments, menus, shortcodes that nobody knows. */
export type Tally = Map<string, number>;

/** Counts one more, or `more`. */
export function tally(counts: Tally, name: string, more = 1): void {
  counts.set(name, (counts.get(name) ?? 0) + more);
}

/** Takes what a source says, in its order. */
export interface Visitor {
  readonly post: (post: OldPost) => Promise<void>;
}

/** A source that was recognized. */
export interface OldSource {
  /** Such as "WordPress export". */
  readonly name: string;
  /** What it says of the site; known before the first post. */
  readonly site: OldSite;
  /** Redirects of whole families of its addresses, from pattern to target. */
  readonly patterns?: readonly (readonly [from: string, to: string])[];
  /** Whether it had lists of years and months, at `/2024/` and `/2024/05/`. */
  readonly hasDates?: boolean;
  /** Reads its posts, one after the other. */
  readonly readPosts: (visitor: Visitor) => Promise<void>;
  /** What was left out, and how often; complete once the posts are read. */
  readonly leftOut: Tally;
  /** What is wrong with the source as a whole; complete once the posts are read. */
  readonly remarks: string[];
}

/** A post of which only its key is known. */
export function bareOldPost(key: string): OldPost {
  return {
    key,
    id: null,
    written: null,
    link: null,
    isPage: false,
    isDraft: false,
    title: "",
    slug: null,
    published: null,
    updated: null,
    authors: [],
    tags: [],
    summary: null,
    image: null,
    enclosures: [],
    language: null,
    canonical: null,
    season: null,
    episode: null,
    explicit: null,
    lists: [],
    aliases: [],
    queries: [],
    html: "",
    remarks: [],
  };
}

/** A source that cannot be read, and what to do about it. */
export class SourceError extends Error {
  override readonly name = "SourceError";
}
