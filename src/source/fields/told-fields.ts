import type { Author } from "../../article/article.ts";
import type { SourceTranscript } from "../../article/podcast.ts";
import type { SourceEnclosure } from "../../article/source.ts";
import type { AbsoluteUrl, EpochSeconds } from "../../article/values.ts";

/** What front matter can say of an article, under our names. */
export interface ArticleFields {
  readonly title: string;
  readonly published: EpochSeconds;
  readonly updated: EpochSeconds;
  readonly expires: EpochSeconds;
  readonly draft: boolean;
  readonly slug: string;
  /** A slug with folders in it, percent-encoded, without a slash at its ends. */
  readonly slugPath: string;
  readonly permalink: string;
  /** The pattern of its address, in the tokens of its generator. */
  readonly pattern: string;
  /** The date of publication as it was written, where it has an offset. */
  readonly wall: string;
  /** The day of publication, where it was written without a time. */
  readonly day: string;
  readonly redirectTo: string;
  readonly translationKey: string;
  readonly aliases: readonly string[];
  readonly id: string;
  readonly section: string;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly authors: readonly Author[];
  readonly agency: string;
  readonly summary: string;
  readonly image: { readonly src: string; readonly alt: string };
  readonly enclosures: readonly SourceEnclosure[];
  readonly language: string;
  readonly correction: string;
  readonly page: boolean;
  readonly lead: boolean;
  readonly unlisted: boolean;
  readonly unindexed: boolean;
  readonly canonical: AbsoluteUrl;
  readonly season: number;
  readonly episode: number;
  readonly explicit: boolean;
  readonly transcripts: readonly SourceTranscript[];
  readonly chapters: string;
}

/** The same with fields that can be set. */
export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
