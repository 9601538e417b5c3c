import type { EpochSeconds } from "../../article/values.ts";

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
