import { placeIn } from "./folder-order.ts";
import type { RememberedArticle, RememberedRows } from "./remembered-article.ts";
import { ARTICLE_FIELDS } from "./remembered-article.ts";
import type { Source } from "./source.ts";

/** Articles whose files stayed as they were: rows of what is remembered of them, without an object for each. */
export interface StayingArticles extends RememberedRows {
  /** Their rows, in the order of the folder. */
  readonly list: Int32Array;
  /** What the file of a row tells, read when it is asked for. */
  readonly read: (row: number) => Source;
}

/** Articles in a list as rows. */
export function stayingOf(
  articles: readonly RememberedArticle[],
  read: StayingArticles["read"],
): StayingArticles {
  const told = ARTICLE_FIELDS.map((name) => [name, (row: number) => articles[row]?.[name]] as const);
  const of = Object.fromEntries(told) as RememberedRows["of"];
  return { of, list: Int32Array.from(articles.keys()), read };
}

/** None at all. */
export const NONE_STAYING: StayingArticles = stayingOf([], () => {
  throw new RangeError("no article stays");
});

/** Those of which something is true. */
export function stayingWhere(staying: StayingArticles, isIt: (row: number) => boolean): StayingArticles {
  return { ...staying, list: staying.list.filter((row) => isIt(row)) };
}

/** The row of the article at a path; -1 where none of them lies. */
export function rowOfPath({ of, list }: StayingArticles, path: string): number {
  const row = list[placeIn(list, of.path, path)] ?? -1;
  return row >= 0 && of.path(row) === path ? row : -1;
}
