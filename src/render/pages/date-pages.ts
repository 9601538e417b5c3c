import { monthAddress, yearAddress } from "../../representation/addresses.ts";
import { fingerprints } from "../text/made-from.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import { headlineList } from "./article-list.ts";
import type { MonthOfArticles, YearOfArticles } from "./date-archive.ts";
import type { PageContext } from "./layout.ts";
import { renderPage } from "./layout.ts";
import { perLanguage } from "./locale.ts";
import type { Neighbours } from "./neighbours.ts";
import { neighboursIn } from "./neighbours.ts";

const MONTH = { month: "long", timeZone: "UTC" } as const;
const monthsIn = perLanguage((locale) => new Intl.DateTimeFormat(locale, MONTH));
const monthsAndYearsIn = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { ...MONTH, year: "numeric" }),
);

/** A page of the archive, with its path. */
export interface DatePage {
  readonly address: string;
  readonly render: () => string;
  /** Beside what every page is made from. */
  readonly madeFrom: () => readonly unknown[];
}

/** The pages of a site's archive: one a year, one a month. */
export function* datePages(years: readonly YearOfArticles[], context: PageContext): Generator<DatePage> {
  const months = years.flatMap((year) => year.months);
  const yearsAround = neighboursIn(years);
  const monthsAround = neighboursIn(months);
  for (const year of years) {
    const around = yearsAround(year);
    yield {
      address: yearAddress(year.year),
      render: () => renderYearPage(year, around, context),
      madeFrom: () => [year.months.map(({ month }) => month), around.earlier?.year, around.later?.year],
    };
  }
  for (const month of months) {
    const around = monthsAround(month);
    yield {
      address: monthAddress(month.year, month.month),
      render: () => renderMonthPage(month, around, context),
      madeFrom: () => [fingerprints(month.articles), nameOf(around.earlier), nameOf(around.later)],
    };
  }
}

function nameOf(month: MonthOfArticles | null): string | null {
  return month && monthAddress(month.year, month.month);
}

/** The months of a year. It names no number of articles, so that a new one changes its month alone. */
function renderYearPage(
  { year, months }: YearOfArticles,
  around: Neighbours<YearOfArticles>,
  context: PageContext,
): string {
  const { language } = context.site;
  const title = `${wordsFor(language).archive} ${year}`;
  return renderPage(
    {
      title,
      address: yearAddress(year),
      description: "",
      language,
      channels: [],
      head: null,
      main: lines(
        markup`<h1>${title}</h1>`,
        markup`<ul class="months">
${months.map(({ month }) => markup`<li><a href="${monthAddress(year, month)}">${monthsIn(language).format(dateOf(year, month))}</a></li>\n`)}</ul>`,
        aroundLinks(
          around.earlier && { href: yearAddress(around.earlier.year), title: String(around.earlier.year) },
          around.later && { href: yearAddress(around.later.year), title: String(around.later.year) },
          language,
        ),
      ),
    },
    context,
  );
}

/** Every article of a month, newest first. */
function renderMonthPage(
  { year, month, articles }: MonthOfArticles,
  around: Neighbours<MonthOfArticles>,
  context: PageContext,
): string {
  const { language } = context.site;
  const page = { language };
  const link = (other: MonthOfArticles | null) =>
    other && { href: monthAddress(other.year, other.month), title: monthTitle(other, language) };
  return renderPage(
    {
      ...page,
      title: monthTitle({ year, month }, language),
      address: monthAddress(year, month),
      description: "",
      channels: [],
      head: null,
      main: lines(
        markup`<p class="kicker"><a href="${yearAddress(year)}">${wordsFor(language).archive} ${year}</a></p>`,
        markup`<h1>${monthTitle({ year, month }, language)}</h1>`,
        headlineList(articles, page, context),
        aroundLinks(link(around.earlier), link(around.later), language),
      ),
    },
    context,
  );
}

function monthTitle({ year, month }: Pick<MonthOfArticles, "year" | "month">, language: string): string {
  return monthsAndYearsIn(language).format(dateOf(year, month));
}

function dateOf(year: number, month: number): Date {
  return new Date(Date.UTC(year, month - 1));
}

interface Step {
  readonly href: string;
  readonly title: string;
}

function aroundLinks(earlier: Step | null, later: Step | null, language: string): Markup | null {
  if (!earlier && !later) return null;
  const words = wordsFor(language);
  return lines(
    markup`<nav class="neighbours" aria-label="${words.archive}">`,
    earlier &&
      markup`<a rel="prev" href="${earlier.href}"><span>${words.earlier}</span> ${earlier.title}</a>`,
    later && markup`<a rel="next" href="${later.href}"><span>${words.later}</span> ${later.title}</a>`,
    markup`</nav>`,
  );
}
