import type { Article } from "../../article/article.ts";
import { curlyQuotes } from "../text/curly-quotes.ts";

/** A headline as pages set it. Feeds, and what only programs read, have it as it was written. */
export function headline({ title, language }: Pick<Article, "title" | "language">): string {
  return curlyQuotes(title, language);
}
