import type { Article } from "../../article/article.ts";
import type { Articles } from "../../article/articles.ts";
import { besideOf } from "../../ledger/beside.ts";
import type { ArticleRecords } from "../../ledger/records/article-records.ts";
import { toldOf } from "../../ledger/records/told-records.ts";
import type { ArticlesBeside } from "../../render/pages/articles-beside.ts";

/**
 * Finds what stands beside an article, of that what is in the site now, by ordinals. In the place of an
 * article before it that went stands the one that was before that.
 */
export function articlesBeside(
  articles: Pick<Articles, "at" | "has">,
  records: ArticleRecords,
): (article: Article) => ArticlesBeside {
  const told = toldOf(records);
  const besideAt = (ordinal: number) => besideOf(ordinal, told.beside(ordinal));
  const placeAt = (ordinal: number) => articles.at(ordinal) ?? null;
  return ({ ordinal }) => {
    const { before: first, related: named } = besideAt(ordinal);
    // Each is older than the one that names it, so this ends.
    let before = first;
    while (before !== null && !articles.has(before)) before = besideAt(before).before;
    const found = before === null ? null : placeAt(before);
    const related: Article[] = [];
    for (const one of named) {
      const article = placeAt(one);
      if (article !== null && article !== found) related.push(article);
    }
    return { before: found, related };
  };
}
