import type { Article } from "../../article/article.ts";
import { dayAddress } from "../../representation/part-addresses.ts";
import type { MonthOfArticles, YearOfArticles } from "./date-archive.ts";

/** A page of a month that is too large for one: a day, or a part of a day that is too large itself. */
export interface DayPart extends MonthOfArticles {
  /** From 1. */
  readonly day: number;
  /** From 1, the oldest; null for the newest part of a day, which most days are whole. */
  readonly part: number | null;
  readonly address: string;
}

/** A month, and its days where it is too large for one page. */
export interface DividedMonth extends MonthOfArticles {
  readonly days: readonly DayPart[] | null;
}

/** A year of such months. */
export interface DividedYear extends YearOfArticles {
  readonly months: readonly DividedMonth[];
}

/** So much may the headlines of a page weigh: with all that is around them it stays below 100 kB. */
const MOST_BYTES = 75_000;

/** What the markup around a headline weighs. */
const AROUND_BYTES = 110;

/** The days of a month, newest first, where its headlines are too many for one page; else null. */
export function dayParts(
  month: MonthOfArticles,
  dayOf: (instant: number) => number,
): readonly DayPart[] | null {
  if (fitting(month.articles) === month.articles.length) return null;
  const days = Map.groupBy(month.articles, ({ published }) => dayOf(published));
  return [...days].flatMap(([day, articles]) => partsOf(month, day, articles));
}

/** The first articles of a list that fit on one page, in the order of the list. */
export function firstFitting(articles: readonly Article[]): readonly Article[] {
  return articles.slice(0, fitting(articles));
}

/** Parts are filled from the oldest on, so that a new article changes the newest alone. */
function partsOf(
  { year, month }: MonthOfArticles,
  day: number,
  articles: readonly Article[],
): readonly DayPart[] {
  const parts: (readonly Article[])[] = [];
  let rest = articles.toReversed();
  while (rest.length > 0) {
    const count = Math.max(1, fitting(rest));
    parts.push(rest.slice(0, count).toReversed());
    rest = rest.slice(count);
  }
  return parts
    .map((some, at) => {
      const part = at === parts.length - 1 ? null : at + 1;
      return { year, month, day, part, address: dayAddress(year, month, day, part), articles: some };
    })
    .toReversed();
}

function fitting(articles: readonly Article[]): number {
  let bytes = 0;
  let count = 0;
  for (const { address, title, section } of articles) {
    bytes += AROUND_BYTES + address.length + Buffer.byteLength(title) + Buffer.byteLength(section ?? "");
    if (bytes > MOST_BYTES) break;
    count += 1;
  }
  return count;
}
