import type { Article } from "../../article/article.ts";

/** Articles at their ordinals; nothing where none is. */
export function byOrdinal<T extends Pick<Article, "ordinal">>(
  articles: readonly T[],
): readonly (T | undefined)[] {
  let last = -1;
  for (const { ordinal } of articles) last = Math.max(last, ordinal);
  const all = new Array<T | undefined>(last + 1);
  for (const article of articles) all[article.ordinal] = article;
  return all;
}
