import type { Article } from "../article/article.ts";
import type { Articles } from "../article/articles.ts";

/** Whether search engines are to find it here. */
export function isOriginal({ canonical, visibility }: Article): boolean {
  return canonical === null && visibility === "listed";
}

/** The same of an article that need not be made. */
export function isOriginalAt({ of }: Articles, ordinal: number): boolean {
  return of.canonical(ordinal) === null && of.visibility(ordinal) === "listed";
}
