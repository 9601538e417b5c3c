import type { PictureFile } from "./media.ts";
import type { Episode, SourceEpisode } from "./podcast.ts";
import type { Body, Reference } from "./references.ts";
import type { AbsoluteUrl, ArticleId, ContentPath, EpochSeconds } from "./values.ts";

/** Somebody who wrote an article or stands for the site. */
export interface Author {
  readonly name: string;
  readonly url: AbsoluteUrl | null;
  readonly email: string | null;
}

/** What an article and its source have alike. */
interface ArticleWords {
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

/**
 * When a source says that it was published: an instant; a day of which it names no year; or no more
 * than a guess, such as its last change, which counts for the first publication alone.
 */
export type PublicationDate =
  /** `midnight`: of its day, where that was given its time of release. */
  | { readonly kind: "instant"; readonly at: EpochSeconds; readonly midnight?: EpochSeconds }
  | { readonly kind: "guess"; readonly at: EpochSeconds }
  | { readonly kind: "yearless"; readonly month: number; readonly day: number };

/** What a text says in plain Markdown, where the marks of a dialect stand as text. */
export interface PlainReading extends Pick<ParsedSource, "title" | "summary" | "body"> {
  /** What makes the difference, beside this text; null where only the whole of the other reading tells. */
  readonly madeBy: string | null;
}

/** What the address of an article is made of, beside its slug and its date. Texts are percent-encoded. */
export interface Addressing {
  /** The pattern that its front matter asks for, in the words of its generator. */
  readonly pattern?: string;
  /** A slug with folders in it, such as `2025/lock`: it stands in the place of all tokens. */
  readonly slugPath?: string;
  /** By token: those that a pattern of the site holds and that the article has. */
  readonly values?: Readonly<Record<string, string>>;
  /** What a clock and calendar showed, such as `2025-07-01T09:30`, where that is not read in the site's zone. */
  readonly wall?: string;
  /** The language as site.toml lists it, where it is another than the site's own. */
  readonly language?: string;
  /** Its path without the folder of its language, where it lies in one. */
  readonly place?: string;
  /** Equal for translations of one article. */
  readonly translationKey?: string;
}

/** A source file as it was parsed, its text in memory: a `Source` is made of it at once. */
export interface ParsedSource extends ArticleWords {
  /**
   * Where it differs in anything. The digest is of this reading: what is understood of a text may
   * become more, and that edits no article.
   */
  readonly plain?: PlainReading;
  readonly body: Body;
  /** The body as plain text, one paragraph a line. */
  readonly text: string;
  /** Where the lead image lies: a path beside the source, or a URL. */
  readonly image: { readonly target: string; readonly alt: string; readonly line: number | null } | null;
  readonly published: PublicationDate | null;
  readonly updated: EpochSeconds | null;
  /** When it is taken away by itself; absent where it stays. */
  readonly expires?: EpochSeconds;
  /** What was corrected, in the publisher's words. */
  readonly correction: string | null;
  /** The id that the front matter asks for, verbatim. */
  readonly id: string | null;
  /** The slug that the front matter asks for. */
  readonly slug: string | null;
  /** The slug that the headline or the file name suggests; never empty. */
  readonly suggestedSlug: string;
  readonly draft: boolean;
  /** The path that the front matter asks for, percent-encoded, its trailing slash as written. */
  readonly permalink: string | null;
  /** Absent where slug and date are all. */
  readonly addressing?: Addressing;
  /** Paths that lead here from elsewhere, percent-encoded. */
  readonly aliases: readonly string[];
  /** Where its page leads instead of saying anything: a path of the site, or a URL. */
  readonly redirectTo?: { readonly target: string; readonly line: number | null };
  readonly enclosures: readonly SourceEnclosure[];
  /** Null where the front matter tells nothing of an episode. */
  readonly episode: SourceEpisode | null;
  /** Front matter that means nothing here, under its own names. */
  readonly extra: Readonly<Record<string, unknown>>;
}

/** The long part of a source. */
export interface SourceText extends Pick<ParsedSource, "text"> {
  /** The strings of its body: between each two of them belongs a reference. */
  readonly pieces: readonly string[];
}

/**
 * An article as its source file tells it: no id, no address, links unresolved. Its text is read when it
 * is needed: an archive of thirty years fits into no memory.
 */
export interface Source extends Omit<ParsedSource, "body" | "text" | "extra" | "plain"> {
  /** Those of its body, in order. */
  readonly references: readonly Reference[];
  /** Of what it says, in plain Markdown. */
  readonly digest: string;
  /** Of what it says with the marks of its dialect understood, where that is something else. */
  readonly dialectDigest?: string;
  /** There where its text holds code in a language, a formula or a list of terms. */
  readonly needsTextStylesheet?: true;
  /** Of all that its file told but the text, and of the file's path; absent where nobody summed it up. */
  readonly words?: string;
  readonly readText: () => SourceText;
}

/** A file that goes with an article, as its source names it: an episode, a film, a document. */
export interface SourceEnclosure {
  /** A path beside the source, or a URL. */
  readonly target: string;
  readonly line: number | null;
  /** As declared; what a local file holds is found out instead. */
  readonly sizeBytes: number | null;
  /** Media type as declared; that of a local file is found out instead. */
  readonly type: string | null;
  readonly durationSeconds: number | null;
}

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
