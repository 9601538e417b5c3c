import { monthAddress, yearAddress } from "../../representation/part-addresses.ts";
import type { Markup } from "../text/markup.ts";
import { lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import { dayLinks } from "./day-links.ts";
import type { DividedMonth, DividedYear } from "./day-parts.ts";
import { renderPage } from "./layout.ts";
import { monthName } from "./month-title.ts";
import type { Neighbours } from "./neighbours.ts";
import type { PageContext } from "./page-context.ts";
import type { Step } from "./step-links.ts";
import { stepLinks } from "./step-links.ts";

/** The months of a year. It names no number of articles, so that a new one changes its month alone. */
export function renderYearPage(
  { year, months }: DividedYear,
  { earlier, later }: Neighbours<DividedYear>,
  context: PageContext,
): string {
  const { language } = context.site;
  const words = wordsFor(language);
  const title = `${words.archive} ${year}`;
  const step = (other: DividedYear | null): Step | null =>
    other && { href: yearAddress(other.year), title: String(other.year) };
  return renderPage(
    {
      title,
      address: yearAddress(year),
      description: words.articlesOf(title, context.site.title),
      language,
      channels: [],
      head: null,
      main: lines(
        markup`<h1>${title}</h1>`,
        markup`<ul class="months">\n${months.map((month) => monthItem(month, language))}</ul>`,
        stepLinks({ earlier: step(earlier), later: step(later) }, words.archive, words),
      ),
    },
    context,
  );
}

function monthItem(month: DividedMonth, language: string): Markup {
  const name = markup`<a href="${monthAddress(month.year, month.month)}">${monthName(month, language)}</a>`;
  return month.days === null
    ? markup`<li>${name}</li>\n`
    : markup`<li>${name}\n${dayLinks(month.days, language)}</li>\n`;
}
