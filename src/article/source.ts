import type { ArticleWords } from "./article.ts";
import type { SourceEpisode } from "./podcast.ts";
import type { Body, Reference } from "./references.ts";
import type { EpochSeconds } from "./values.ts";

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
