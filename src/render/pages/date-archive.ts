import type { Article } from "../../article/article.ts";
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
  for (const article of newestFirst) {
    const { year, month } = monthOf(article.published);
    if (years.at(-1)?.year !== year) years.push({ year, months: [] });
    const months = years.at(-1)?.months ?? [];
    if (months.at(-1)?.month !== month) months.push({ year, month, articles: [] });
    months.at(-1)?.articles.push(article);
  }
  return years;
}
