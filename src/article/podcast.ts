import type { AbsoluteUrl } from "./values.ts";

/** A show, as the directories of podcasts want it described. */
export interface Podcast {
  /** Who makes it. */
  readonly author: string | null;
  /** A name and an address for the directories to write to. */
  readonly owner: { readonly name: string; readonly email: string } | null;
  /** Null where nobody says. */
  readonly explicit: boolean | null;
  /** Square, 1,400 to 3,000 pixels, JPEG or PNG. */
  readonly image: string | null;
  /** Names from Apple's list, each with at most one subcategory. */
  readonly categories: readonly { readonly name: string; readonly subcategory: string | null }[];
  /** UUID that follows the show through every change of address. */
  readonly guid: string | null;
  readonly kind: "episodic" | "serial" | null;
}

/** What an episode and its source have alike. Null where nobody says. */
interface EpisodeWords {
  /** From 1. */
  readonly season: number | null;
  /** Within its season, from 1. */
  readonly number: number | null;
  readonly explicit: boolean | null;
}

/** An episode as its source tells it. */
export interface SourceEpisode extends EpisodeWords {
  readonly transcripts: readonly SourceTranscript[];
  /** Where its chapters lie: a path beside the source, or a URL; absent where it has none. */
  readonly chapters?: { readonly target: string; readonly line: number | null };
}

/** The words of an episode, as its source names them. */
export interface SourceTranscript {
  /** A path beside the source, or a URL. */
  readonly target: string;
  readonly line: number | null;
  /** Media type as declared, or as the name says; that of a local file is found out instead. */
  readonly type: string | null;
  /** BCP 47; null where it is the article's. */
  readonly language: string | null;
}

/** An episode, ready for feeds. */
export interface Episode extends EpisodeWords {
  readonly transcripts: readonly Transcript[];
  /** A file of chapters (https://podcasting2.org/docs/podcast-namespace/tags/chapters). */
  readonly chapters?: AbsoluteUrl;
}

/** The words of an episode (https://podcasting2.org/docs/podcast-namespace/tags/transcript). */
export interface Transcript {
  readonly url: AbsoluteUrl;
  readonly type: string;
  readonly language: string | null;
}
