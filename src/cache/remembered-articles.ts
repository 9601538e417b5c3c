import { join } from "node:path";
import type { Author } from "../article/article.ts";
import type { RememberedArticle } from "../article/remembered-article.ts";
import { REACHES } from "../article/remembered-article.ts";
import type { ContentPath } from "../article/values.ts";
import { AmendedFile } from "./amended-file.ts";
import { CACHE_FILES } from "./cache-files.ts";
import { jsonLines } from "./checked-file.ts";

/** An article, and the bytes of the file that it was made of. */
export interface ArticleOfFile {
  /** SHA-256. */
  readonly sha256: string;
  readonly article: RememberedArticle;
}

/** By path. */
export type ArticlesOfFiles = ReadonlyMap<string, ArticleOfFile>;

/** How an article stands in the file: lists as JSON, since most are those of another article. */
export type ArticleRow = readonly [
  path: ContentPath,
  sha256: string,
  ordinal: number,
  fingerprint: string,
  title: string,
  section: string | null,
  tags: string,
  authors: string,
  language: string,
  visibility: RememberedArticle["visibility"],
  /** Bits of `FLAGS`, and above them the place of its reach in `REACHES`. */
  flags: number,
  ...files: readonly string[],
];

/** Most articles show none; there are many, so they share it. */
const NONE: readonly string[] = [];

const FLAGS = { lead: 1, needsTextStylesheet: 2, hasOwnId: 4 } as const;
const REACH_FROM = 8;

/** Where what is remembered of articles lies in a cache. */
export function articlesIn(folder: string): AmendedFile<ArticleOfFile, ArticleRow> {
  const lists = new Map<string, readonly unknown[]>();
  const [file, beside] = [CACHE_FILES.articles, CACHE_FILES.articleAmendments];
  return new AmendedFile(join(folder, file), join(folder, beside), {
    row: rowOf,
    value: (row) => articleOf(row, lists),
    isSame: (a, b) => a.article === b.article && a.sha256 === b.sha256,
  });
}

/** Reads what is remembered of articles. */
export function decodeArticles(text: string): Map<string, ArticleOfFile> {
  const lists = new Map<string, readonly unknown[]>();
  return new Map((JSON.parse(text) as ArticleRow[]).map((row) => [row[0], articleOf(row, lists)]));
}

/** What is remembered of articles, as it is written, in pieces. */
export function articlesText(articles: ArticlesOfFiles): Iterable<string> {
  return jsonLines(articles.entries().map(([path, one]) => rowOf(path, one)));
}

function rowOf(_: string, { sha256, article }: ArticleOfFile): ArticleRow {
  const { path, ordinal, fingerprint, title, section, tags, authors, language, visibility, reach, files } =
    article;
  const flags =
    (article.lead ? FLAGS.lead : 0) +
    (article.needsTextStylesheet ? FLAGS.needsTextStylesheet : 0) +
    (article.hasOwnId ? FLAGS.hasOwnId : 0) +
    REACH_FROM * REACHES.indexOf(reach);
  const lists = [JSON.stringify(tags), JSON.stringify(authors)] as const;
  return [
    path,
    sha256,
    ordinal,
    fingerprint,
    title,
    section,
    ...lists,
    language,
    visibility,
    flags,
    ...files,
  ];
}

/** Articles with the same tags or authors get the very same lists. */
function articleOf(row: ArticleRow, lists: Map<string, readonly unknown[]>): ArticleOfFile {
  const [
    path,
    sha256,
    ordinal,
    fingerprint,
    title,
    section,
    tags,
    authors,
    language,
    visibility,
    flags,
    ...files
  ] = row;
  return {
    sha256,
    article: {
      path,
      ordinal,
      fingerprint,
      title,
      section,
      tags: listIn(tags, lists) as readonly string[],
      authors: listIn(authors, lists) as readonly Author[],
      language,
      visibility,
      ...((flags & FLAGS.lead) !== 0 && { lead: true }),
      ...((flags & FLAGS.needsTextStylesheet) !== 0 && { needsTextStylesheet: true }),
      reach: REACHES[Math.floor(flags / REACH_FROM)] ?? "loose",
      files: files.length === 0 ? NONE : files,
      hasOwnId: (flags & FLAGS.hasOwnId) !== 0,
    },
  };
}

function listIn(text: string, lists: Map<string, readonly unknown[]>): readonly unknown[] {
  const known = lists.get(text);
  if (known !== undefined) return known;
  const list = JSON.parse(text) as readonly unknown[];
  lists.set(text, list);
  return list;
}
