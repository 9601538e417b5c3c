import type { Article } from "../../article/article.ts";
import { zonedDays } from "../../article/zoned-time.ts";
import { monthAddress, yearAddress } from "../../representation/part-addresses.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import { headlineList } from "./article-list.ts";
import type { DatedArticles } from "./date-archive.ts";
import { renderDatePage } from "./date-page.ts";
import { dayLinks } from "./day-links.ts";
import type { DividedMonth } from "./day-parts.ts";
import { firstFitting } from "./day-parts.ts";
import { monthTitle } from "./month-title.ts";
import type { Neighbours } from "./neighbours.ts";
import type { PageContext } from "./page-context.ts";
import type { Step } from "./step-links.ts";
import { timeElement } from "./time-element.ts";

/** The articles of a month, newest first, by days; of a month that is too large the newest, and the way to each day. */
export function renderMonthPage(
  month: DividedMonth,
  { earlier, later }: Neighbours<DatedArticles>,
  context: PageContext,
): string {
  const { language } = context.site;
  const step = (other: DatedArticles | null): Step | null =>
    other && { href: monthAddress(other.year, other.month), title: monthTitle(other, language) };
  return renderDatePage(
    {
      title: monthTitle(month, language),
      address: monthAddress(month.year, month.month),
      above: markup`<a href="${yearAddress(month.year)}">${wordsFor(language).archive} ${month.year}</a>`,
      content: [
        month.days && dayLinks(month.days, language),
        ...daysOf(month.days === null ? month.articles : newestOf(month), context),
      ],
      steps: { earlier: step(earlier), later: step(later) },
    },
    context,
  );
}

/** So many stand on the page of a month that has a page for each of its days. */
const MOST_NEWEST = 100;

function newestOf({ articles }: DividedMonth): readonly Article[] {
  return firstFitting(articles.slice(0, MOST_NEWEST));
}

function daysOf(articles: readonly Article[], context: PageContext): readonly Markup[] {
  const { language, timezone } = context.site;
  const dayOf = zonedDays(timezone);
  const days = Map.groupBy(articles, ({ published }) => dayOf(published));
  return [...days.values()].map((day) =>
    lines(
      markup`<section class="day">`,
      markup`<h2>${timeElement(day[0]?.published ?? 0, timezone, language, "day")}</h2>`,
      headlineList(day, { language, sections: true }, context),
      markup`</section>`,
    ),
  );
}
