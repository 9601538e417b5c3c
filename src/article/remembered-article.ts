import type { Article } from "./article.ts";

/**
 * What is remembered of an article from one bake to the next: what lists and channels ask of every
 * article, so that nothing has to be read of one whose file stayed as it was.
 */
export interface RememberedArticle
  extends Pick<
    Article,
    | "path"
    | "title"
    | "ordinal"
    | "section"
    | "tags"
    | "authors"
    | "language"
    | "lead"
    | "visibility"
    | "needsTextStylesheet"
    | "fingerprint"
  > {
  readonly reach: Reach;
  /** The media of the site that it shows, by where articles find them. */
  readonly files: readonly string[];
  /** Whether it names each of them by its path from the root, so that nobody else decides whether it finds it. */
  readonly isRooted: boolean;
  /** Where the picture of an episode may lie; of others nowhere. */
  readonly episodeArt: readonly string[];
  /** Whether it has a picture of its own, so that it wants no card. */
  readonly hasImage: boolean;
  /** The address of its card; null where it has none. */
  readonly card: string | null;
  /** Equal for translations of one article; null where it names none. */
  readonly translationKey: string | null;
  /** Digest of what it told of its translations; null where it has none. */
  readonly translated: string | null;
  /** Whether its file asks for its id. */
  readonly hasOwnId: boolean;
}

/**
 * What of the site an article names: nothing; only articles and files by their own paths, so that it leads
 * there whatever else comes; or more than that, such as addresses and names.
 */
export type Reach = (typeof REACHES)[number];

/** All of them, the least first. */
export const REACHES = ["none", "firm", "loose"] as const;

/** Remembered articles as rows of columns: what is asked of one is told without an object for it. */
export interface RememberedRows {
  readonly of: { readonly [Name in keyof RememberedArticle]-?: (row: number) => RememberedArticle[Name] };
}

/** All that is remembered of one. */
export const ARTICLE_FIELDS = [
  "path",
  "title",
  "ordinal",
  "section",
  "tags",
  "authors",
  "language",
  "visibility",
  "fingerprint",
  "reach",
  "files",
  "isRooted",
  "episodeArt",
  "hasImage",
  "card",
  "translationKey",
  "translated",
  "hasOwnId",
  "lead",
  "needsTextStylesheet",
] as const satisfies readonly (keyof RememberedArticle)[];

/** A remembered article by itself. */
export function articleAt({ of }: RememberedRows, row: number): RememberedArticle {
  const told = ARTICLE_FIELDS.map((name) => [name, of[name](row)] as const);
  // TypeScript does not follow which name has which value through a list of entries; here are all that have one.
  return Object.fromEntries(told.filter(([, value]) => value !== undefined)) as unknown as RememberedArticle;
}
