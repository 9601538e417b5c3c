import type { Article } from "../../article/article.ts";
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
  const standingBefore = (ordinal: number): Article | null => {
    // Each is older than the one that names it, so this ends.
    let below = ordinal;
    let before = records[ordinal]?.beside?.[0] ?? null;
    while (before !== null && before < below) {
      const found = byOrdinal.get(before);
      if (found !== undefined) return found;
      below = before;
      before = records[below]?.beside?.[0] ?? null;
    }
    return null;
  };
  return ({ ordinal }) => {
    const before = standingBefore(ordinal);
    const [, ...named] = records[ordinal]?.beside ?? [null];
    const related = named.flatMap((one) => byOrdinal.get(one) ?? []).filter((one) => one !== before);
    return { before, related };
  };
}
