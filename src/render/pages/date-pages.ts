import type { KeptLists } from "../../article/kept-lists.ts";
import { NO_LIST_KEPT } from "../../article/kept-lists.ts";
import type { Month } from "../../article/zoned-time.ts";
import { zonedDays, zonedMonths } from "../../article/zoned-time.ts";
import { monthAddress, yearAddress } from "../../representation/part-addresses.ts";
import type { DatedArticles, YearOfArticles } from "./date-archive.ts";
import { renderDayPage } from "./day-page.ts";
import type { DividedYear } from "./day-parts.ts";
import { DividedMonth } from "./day-parts.ts";
import { renderMonthPage } from "./month-page.ts";
import { neighboursIn } from "./neighbours.ts";
import type { PageContext } from "./page-context.ts";
import { renderYearPage } from "./year-page.ts";

/** A page of the archive, with its path. */
export interface DatePageOutput {
  readonly address: string;
  readonly render: () => string;
  /** The articles that it is made from, and what else, beside what every page is made from. */
  readonly ordinals: readonly number[];
  readonly madeFrom: () => readonly unknown[];
  /** Whether it is known to stay as it is. */
  readonly stays: boolean;
}

/**
 * The pages of a site's archive: one a year, one a month, and one a day of months that are too large. The
 * years name the days, so that every article is three clicks away from the front page.
 */
export function* datePages(
  years: readonly YearOfArticles[],
  context: PageContext,
  kept: KeptLists = NO_LIST_KEPT,
): Generator<DatePageOutput> {
  const dayOf = zonedDays(context.site.timezone);
  const divided = years.map(
    (year): DividedYear => ({
      ...year,
      months: year.months.map((month) => new DividedMonth(month, dayOf)),
    }),
  );
  const months = divided.flatMap((year) => year.months);
  const days = months.flatMap((month) => month.days ?? []);
  const yearsAround = neighboursIn(divided);
  const monthsAround = neighboursIn(months);
  const daysAround = neighboursIn(days);
  const stays = stayingMonths(months, context.site.timezone, kept);
  for (const year of divided) {
    const around = yearsAround(year);
    const named = year.months.map((month) => [month.month, month.days?.map(({ address }) => address)]);
    yield {
      address: yearAddress(year.year),
      render: () => renderYearPage(year, around, context),
      ordinals: [],
      madeFrom: () => [named, around.earlier?.year, around.later?.year],
      stays: false,
    };
  }
  for (const month of months) {
    const around = monthsAround(month);
    yield {
      address: monthAddress(month.year, month.month),
      render: () => renderMonthPage(month, around, context),
      ordinals: month.ordinals,
      madeFrom: () => [addressOf(around.earlier), addressOf(around.later)],
      stays: stays(month),
    };
  }
  for (const day of days) {
    const around = daysAround(day);
    yield {
      address: day.address,
      render: () => renderDayPage(day, around, context),
      ordinals: day.ordinals,
      madeFrom: () => [around.earlier?.address, around.later?.address],
      stays: false,
    };
  }
}

function addressOf(month: DatedArticles | null): string | null {
  return month && monthAddress(month.year, month.month);
}

/** Tells which months have the articles that they had, between the months that stood around them. */
function stayingMonths(
  months: readonly DatedArticles[],
  timezone: string,
  { isArticle, left }: KeptLists,
): (month: DatedArticles) => boolean {
  const nameOf = ({ year, month }: Month) => `${year} ${month}`;
  const monthOf = zonedMonths(timezone);
  const touched = new Set(left.map(({ published }) => nameOf(monthOf(published))));
  const there = new Set(months.map(nameOf));
  // One of which nothing stays may be the first or the last of its kind.
  const wasThere = (month: DatedArticles) => month.ordinals.some(isArticle);
  const areAllThere = months.every(wasThere) && [...touched].every((name) => there.has(name));
  return (month) => areAllThere && !touched.has(nameOf(month)) && month.ordinals.every(isArticle);
}
