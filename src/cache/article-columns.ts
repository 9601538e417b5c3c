import type { PackedTexts, Texts } from "../article/packed-texts.ts";
import type { RememberedArticle, RememberedRows } from "../article/remembered-article.ts";
import { REACHES } from "../article/remembered-article.ts";
import type { ContentPath } from "../article/values.ts";
import type { ListPool } from "./list-pool.ts";
import type { ArticleOfFile } from "./remembered-articles.ts";

/** What many articles have in common: the table has each value once. */
export const SHARED = [
  "section",
  "tags",
  "authors",
  "language",
  "visibility",
  "files",
  "episodeArt",
  "card",
  "translationKey",
  "translated",
] as const;

type SharedName = (typeof SHARED)[number];
export type SharedColumns = { readonly [Name in SharedName]: readonly RememberedArticle[Name][] };

/** The columns of what is remembered of articles. */
export type ArticleColumn = keyof ArticleColumns;

export type ArticleColumns = {
  readonly path: readonly string[];
  readonly sha256: PackedTexts;
  readonly title: Texts;
  readonly fingerprint: PackedTexts;
  readonly numbers: Float64Array;
};

/** Of each article its ordinal, its flags, and the places of what it shares. */
export const NUMBERS = 2 + SHARED.length;

export const FLAGS = {
  lead: 1,
  needsTextStylesheet: 2,
  hasOwnId: 4,
  hasProblems: 8,
  hasImage: 16,
  isRooted: 32,
} as const;
/** Above them stands the place of its reach among all. */
const REACH = 64;

/** Tells what the columns of a table say of a row. */
export function columnsOf(
  { path, title, fingerprint, numbers }: ArticleColumns,
  about: SharedColumns,
  lists: ListPool,
): RememberedRows["of"] {
  const number = (row: number, of: number) => numbers[row * NUMBERS + of] ?? 0;
  const has = (row: number, flag: number) => (number(row, 1) & flag) !== 0;
  const shared = <T>(values: readonly T[], of: number, none: T) => {
    return (row: number): T => values[number(row, of)] ?? none;
  };
  const listed = <T>(values: readonly (readonly T[])[], of: number) =>
    shared<readonly T[]>(
      values.map((list) => lists.share(list)),
      of,
      [],
    );
  return {
    path: (row) => path[row] as ContentPath,
    title: (row) => title.at(row) ?? "",
    fingerprint: (row) => fingerprint.at(row) ?? "",
    ordinal: (row) => number(row, 0),
    section: shared(about.section, 2, null),
    tags: listed(about.tags, 3),
    authors: listed(about.authors, 4),
    language: shared(about.language, 5, ""),
    visibility: shared(about.visibility, 6, "unlisted"),
    files: listed(about.files, 7),
    episodeArt: listed(about.episodeArt, 8),
    card: shared(about.card, 9, null),
    translationKey: shared(about.translationKey, 10, null),
    translated: shared(about.translated, 11, null),
    isRooted: (row) => has(row, FLAGS.isRooted),
    hasImage: (row) => has(row, FLAGS.hasImage),
    reach: (row) => REACHES[Math.floor(number(row, 1) / REACH)] ?? "loose",
    hasOwnId: (row) => has(row, FLAGS.hasOwnId),
    lead: (row) => has(row, FLAGS.lead) || undefined,
    needsTextStylesheet: (row) => has(row, FLAGS.needsTextStylesheet) || undefined,
  };
}

/** The flags of an article as a number. */
export function flagsOf(said: RememberedArticle & Pick<ArticleOfFile, "hasProblems">): number {
  const names = Object.keys(FLAGS) as (keyof typeof FLAGS)[];
  const bits = names.reduce((sum, name) => sum + (said[name] ? FLAGS[name] : 0), 0);
  return bits + REACH * REACHES.indexOf(said.reach);
}
