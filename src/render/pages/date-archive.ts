import type { Article } from "../../article/article.ts";
import type { Articles } from "../../article/articles.ts";
import type { Month } from "../../article/zoned-time.ts";
import { zonedMonths } from "../../article/zoned-time.ts";
import type { Timeline } from "../channels/timeline.ts";

/** Articles of one month of the site's time zone, newest first. They are made when a page shows them. */
export class DatedArticles {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly ordinals: readonly number[];
  /** Those of the site. */
  readonly all: Articles;

  constructor({ year, month }: Month, ordinals: readonly number[], all: Articles) {
    this.year = year;
    this.month = month;
    this.ordinals = ordinals;
    this.all = all;
  }

  get articles(): readonly Article[] {
    return this.all.among(this.ordinals);
  }
}

/** A year in which articles were published, with the months that have any. */
export interface YearOfArticles {
  readonly year: number;
  /** Newest first. */
  readonly months: readonly DatedArticles[];
}

/** Articles by years and months of a time zone; newest first. */
export function dateArchive(
  timeline: Timeline,
  articles: Articles,
  timezone: string,
): readonly YearOfArticles[] {
  const { published } = articles;
  const monthOf = zonedMonths(timezone);
  const years: { year: number; months: DatedArticles[] }[] = [];
  let last: Month | null = null;
  let ordinals: number[] = [];
  for (const ordinal of timeline) {
    const found = monthOf(published[ordinal] ?? 0);
    if (found !== last) {
      const { year, month } = found;
      if (year !== last?.year) years.push({ year, months: [] });
      if (year !== last?.year || month !== last.month) {
        ordinals = [];
        years.at(-1)?.months.push(new DatedArticles(found, ordinals, articles));
      }
      last = found;
    }
    ordinals.push(ordinal);
  }
  return years;
}
