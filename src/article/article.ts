import type { PictureFile } from "./media.ts";
import type { Episode } from "./podcast.ts";
import type { AbsoluteUrl, ArticleId, ContentPath, EpochSeconds } from "./values.ts";

/** Somebody who wrote an article or stands for the site. */
export interface Author {
  readonly name: string;
  readonly url: AbsoluteUrl | null;
  readonly email: string | null;
}

/** What an article and its source have alike. */
export interface ArticleWords {
  /** The file it came from. */
  readonly path: ContentPath;
  readonly title: string;
  /** Plain text: the given one, or whole sentences of the first paragraph. */
  readonly summary: string;
  readonly wordCount: number;
  readonly authors: readonly Author[];
  readonly agency: string | null;
  /** Where it was written, as a dateline names it. */
  readonly place: string | null;
  readonly section: string | null;
  readonly tags: readonly string[];
  /** BCP 47; the site's where the article names none. */
  readonly language: string;
  /** Whether it is a page that stands by itself, such as "About", and no article of the stream. */
  readonly page: boolean;
  /** There where it is to lead the front page, as long as it is among the newest. */
  readonly lead?: true;
  /** Where it shows beside its own address. */
  readonly visibility: Visibility;
  /** Where it has its home, if that is not here: it is a copy of what stands there (RFC 6596). */
  readonly canonical: AbsoluteUrl | null;
}

/**
 * Where an article shows: everywhere; everywhere but in sitemaps and search engines; or nowhere but at
 * its own address, like a page that stands by itself.
 */
export type Visibility = "listed" | "unindexed" | "unlisted";

/** An article with its id, its address and its dates. Its text is read when it is needed. */
export interface Article extends ArticleWords {
  readonly id: ArticleId;
  /** Order of first publication, from 0. */
  readonly ordinal: number;
  /** The publish that last changed what it says. */
  readonly edition: EpochSeconds;
  /** The path of its page, percent-encoded. */
  readonly address: string;
  readonly url: AbsoluteUrl;
  readonly image: Image | null;
  readonly enclosures: readonly Enclosure[];
  readonly episode: Episode | null;
  readonly published: EpochSeconds;
  /** Never before `published`. */
  readonly updated: EpochSeconds;
  readonly correction: string | null;
  /** There where its text holds code in a language, a formula or a list of terms. */
  readonly needsTextStylesheet?: true;
  /** Of its text and its lead image: sizes that browsers choose from, by the URL that its text names. */
  readonly pictures?: readonly ArticlePicture[];
  /** Of its headline, for previews; absent where it has a picture, or the site wants none. */
  readonly card?: SocialCard;
  /** Itself and its translations, by language; absent where it has none. */
  readonly translations?: readonly Translation[];
  /** Equal where all of the article is, its text included. */
  readonly fingerprint: string;
  readonly readText: () => ArticleText;
}

/** A picture of a headline. */
export interface SocialCard {
  readonly file: PictureFile;
  readonly url: AbsoluteUrl;
}

/** An article in one of its languages. */
export interface Translation {
  /** BCP 47; `x-default` for readers of any other language. */
  readonly language: string;
  readonly url: AbsoluteUrl;
}

/** The long part of an article: what every format is rendered from. */
export interface ArticleText {
  readonly html: string;
  /** The same as plain text, one paragraph a line. */
  readonly text: string;
}

/** An image with what a page and a feed need to know before it is loaded. */
export interface Image {
  readonly url: AbsoluteUrl;
  readonly alt: string;
  /** Null where the image lies elsewhere and nothing says its type. */
  readonly type: string | null;
  readonly sizeBytes: number | null;
  readonly width: number | null;
  readonly height: number | null;
}

/** A picture in several sizes. */
export interface ArticlePicture {
  /** The one that text, feeds and previews name. */
  readonly url: AbsoluteUrl;
  /** By width. */
  readonly sizes: readonly { readonly url: AbsoluteUrl; readonly width: number }[];
}

/** A file that goes with an article: an episode, a film, a document (RSS 2.0 `enclosure`). */
export interface Enclosure {
  readonly url: AbsoluteUrl;
  /** As its file is called, of a file of the site, whose URL tells its bytes alone. */
  readonly name?: string;
  readonly type: string;
  readonly sizeBytes: number;
  readonly durationSeconds: number | null;
}
