import type { Article } from "../../article/article.ts";

/** What tells the place of an article in time. */
type Dated = Pick<Article, "published" | "address">;

/**
 * By date of publication, then by address, so that the order never depends on the input's. The same list
 * where it is in this order.
 */
export function newestFirst<T extends Dated>(articles: readonly T[]): readonly T[] {
  let before: T | null = null;
  for (const one of articles) {
    if (before !== null && inTime(before, one) > 0) return [...articles].sort(inTime);
    before = one;
  }
  return articles;
}

function inTime(a: Dated, b: Dated): number {
  return b.published - a.published || (a.address < b.address ? -1 : 1);
}
