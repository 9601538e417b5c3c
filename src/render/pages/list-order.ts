import type { Article } from "../../article/article.ts";

/**
 * Articles, newest first, as pages list them: those of one instant, such as a day without a time, in the
 * order in which they lie in the folder.
 */
export function inListOrder<T extends Pick<Article, "published" | "path">>(
  newestFirst: readonly T[],
): readonly T[] {
  const isOrdered = newestFirst.every((one, at) => {
    const before = newestFirst[at - 1];
    return before === undefined || before.published !== one.published || before.path < one.path;
  });
  if (isOrdered) return newestFirst;
  return [...newestFirst].sort((a, b) => b.published - a.published || (a.path < b.path ? -1 : 1));
}
