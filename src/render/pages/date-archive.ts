import type { Article } from "../../article/article.ts";
import type { Month } from "../../article/zoned-time.ts";
import { zonedMonths } from "../../article/zoned-time.ts";

/** The articles that were published in one month of the site's time zone. */
export interface MonthOfArticles {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  /** Newest first. */
  readonly articles: readonly Article[];
}

/** A year in which articles were published, with the months that have any. */
export interface YearOfArticles {
  readonly year: number;
  /** Newest first. */
  readonly months: readonly MonthOfArticles[];
}

/** Articles, newest first, by years and months of a time zone; newest first again. */
export function dateArchive(newestFirst: readonly Article[], timezone: string): readonly YearOfArticles[] {
  const monthOf = zonedMonths(timezone);
  const years: { year: number; months: { year: number; month: number; articles: Article[] }[] }[] = [];
  let last: Month | null = null;
  let articles: Article[] = [];
  for (const article of newestFirst) {
    const found = monthOf(article.published);
    if (found !== last) {
      const { year, month } = found;
      if (year !== last?.year) years.push({ year, months: [] });
      if (year !== last?.year || month !== last.month) {
        articles = [];
        years.at(-1)?.months.push({ year, month, articles });
      }
      last = found;
    }
    articles.push(article);
  }
  return years;
}
