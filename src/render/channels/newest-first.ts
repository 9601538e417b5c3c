import type { Article } from "../../article/article.ts";

/** What tells the place of an article in time. */
type Dated = Pick<Article, "published" | "address">;

/**
 * By date of publication, then by address, so that the order never depends on the input's. The same list
 * where it is in this order.
 */
export function newestFirst<T extends Dated>(articles: readonly T[]): readonly T[] {
  for (let at = 1; at < articles.length; at += 1) {
    const [one, next] = [articles[at - 1], articles[at]];
    if (one !== undefined && next !== undefined && inTime(one, next) > 0) return [...articles].sort(inTime);
  }
  return articles;
}

function inTime(a: Dated, b: Dated): number {
  return b.published - a.published || (a.address < b.address ? -1 : 1);
}
