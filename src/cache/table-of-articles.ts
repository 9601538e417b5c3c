import type { RememberedArticle } from "../article/remembered-article.ts";
import { REACHES } from "../article/remembered-article.ts";
import type { ContentPath } from "../article/values.ts";
import { DistinctValues } from "./distinct-values.ts";
import type { ListPool } from "./list-pool.ts";
import type { ArticleOfFile, ArticlesOfFiles } from "./remembered-articles.ts";
import type { Table } from "./table.ts";

/** Texts of an article that each has for itself. */
const OWN = ["path", "sha256", "title", "fingerprint"] as const;

/** What many articles have in common: the table has each value once. */
const SHARED = [
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
type Shared = { readonly [Name in SharedName]: readonly RememberedArticle[Name][] };

/** The columns of what is remembered of articles. */
export type ArticleColumn = (typeof OWN)[number] | "numbers";

type Columns = { readonly [Name in (typeof OWN)[number]]: readonly string[] } & {
  readonly numbers: Float64Array;
};

/** Of each article its ordinal, its flags, and the places of what it shares. */
const NUMBERS = 2 + SHARED.length;

const FLAGS = {
  lead: 1,
  needsTextStylesheet: 2,
  hasOwnId: 4,
  hasProblems: 8,
  hasImage: 16,
  isRooted: 32,
} as const;
/** Above them stands the place of its reach among all. */
const REACH = 64;

/** The articles of a table, by path. Those with the same lists get the very same ones. */
export function articlesInTable(table: Table<ArticleColumn>, lists: ListPool): Map<string, ArticleOfFile> {
  const { path: paths, sha256, title, fingerprint, numbers } = table.columns as Columns;
  const about = table.about as Shared;
  const tags = about.tags.map((list) => lists.share(list));
  const authors = about.authors.map((list) => lists.share(list));
  const files = about.files.map((list) => lists.share(list));
  const art = about.episodeArt.map((list) => lists.share(list));
  const articles = new Map<string, ArticleOfFile>();
  for (const [row, path] of paths.entries()) {
    const at = row * NUMBERS;
    const number = (of: number) => numbers[at + of] ?? 0;
    const flags = number(1);
    const article: RememberedArticle = {
      path: path as ContentPath,
      title: title[row] ?? "",
      fingerprint: fingerprint[row] ?? "",
      ordinal: number(0),
      section: about.section[number(2)] ?? null,
      tags: tags[number(3)] ?? [],
      authors: authors[number(4)] ?? [],
      language: about.language[number(5)] ?? "",
      visibility: about.visibility[number(6)] ?? "unlisted",
      files: files[number(7)] ?? [],
      episodeArt: art[number(8)] ?? [],
      card: about.card[number(9)] ?? null,
      translationKey: about.translationKey[number(10)] ?? null,
      translated: about.translated[number(11)] ?? null,
      isRooted: (flags & FLAGS.isRooted) !== 0,
      hasImage: (flags & FLAGS.hasImage) !== 0,
      reach: REACHES[Math.floor(flags / REACH)] ?? "loose",
      hasOwnId: (flags & FLAGS.hasOwnId) !== 0,
      ...((flags & FLAGS.lead) !== 0 && { lead: true }),
      ...((flags & FLAGS.needsTextStylesheet) !== 0 && { needsTextStylesheet: true }),
    };
    const hasProblems = (flags & FLAGS.hasProblems) !== 0;
    articles.set(path, { sha256: sha256[row] ?? "", hasProblems, article });
  }
  return articles;
}

/** Articles as a table. */
export function tableOfArticles(articles: ArticlesOfFiles): Table<ArticleColumn> {
  const all = [...articles.values()];
  const shared = SHARED.map((name) => [name, new DistinctValues<unknown>()] as const);
  const numbers = Float64Array.from(
    all.flatMap(({ article, hasProblems }) => [
      article.ordinal,
      flagsOf({ ...article, hasProblems }),
      ...shared.map(([name, values]) => values.placeOf(article[name])),
    ]),
  );
  return {
    about: Object.fromEntries(shared.map(([name, values]) => [name, values.list])),
    columns: {
      path: all.map(({ article }) => article.path),
      sha256: all.map(({ sha256 }) => sha256),
      title: all.map(({ article }) => article.title),
      fingerprint: all.map(({ article }) => article.fingerprint),
      numbers,
    },
  };
}

function flagsOf(said: RememberedArticle & Pick<ArticleOfFile, "hasProblems">): number {
  const names = Object.keys(FLAGS) as (keyof typeof FLAGS)[];
  const bits = names.reduce((sum, name) => sum + (said[name] ? FLAGS[name] : 0), 0);
  return bits + REACH * REACHES.indexOf(said.reach);
}
