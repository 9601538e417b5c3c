import type { Article } from "../../article/article.ts";

/** What tells the place of an article in a list. */
type Listed = Pick<Article, "published" | "path">;

/**
 * Articles, newest first, as pages list them: those of one instant, such as a day without a time, in the
 * order in which they lie in the folder.
 */
export function inListOrder<T extends Listed>(newestFirst: readonly T[]): readonly T[] {
  let before: T | null = null;
  for (const one of newestFirst) {
    if (before?.published === one.published && before.path >= one.path) return [...newestFirst].sort(inList);
    before = one;
  }
  return newestFirst;
}

function inList(a: Listed, b: Listed): number {
  return b.published - a.published || (a.path < b.path ? -1 : 1);
}
