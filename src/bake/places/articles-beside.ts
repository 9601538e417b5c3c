import type { Article } from "../../article/article.ts";
import { besideOf } from "../../ledger/beside.ts";
import type { ArticleRecord } from "../../ledger/ledger.ts";
import type { ArticlesBeside } from "../../render/pages/articles-beside.ts";

/**
 * Finds what stands beside an article, of that what is in the site now. In the place of an article before
 * it that went stands the one that was before that.
 */
export function articlesBeside(
  articles: readonly Article[],
  records: readonly ArticleRecord[],
): (article: Article) => ArticlesBeside {
  const byOrdinal = new Map(articles.map((article) => [article.ordinal, article]));
  const besideAt = (ordinal: number) => besideOf(ordinal, records[ordinal]?.beside);
  return ({ ordinal }) => {
    const { before: first, related } = besideAt(ordinal);
    // Each is older than the one that names it, so this ends.
    let before = first;
    while (before !== null && !byOrdinal.has(before)) before = besideAt(before).before;
    const found = before === null ? null : (byOrdinal.get(before) ?? null);
    return {
      before: found,
      related: related.flatMap((one) => byOrdinal.get(one) ?? []).filter((one) => one !== found),
    };
  };
}
