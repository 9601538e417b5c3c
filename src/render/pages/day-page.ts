import { monthAddress } from "../../representation/addresses.ts";
import { lines, markup } from "../text/markup.ts";
import { wordsFor } from "../words/words-for.ts";
import { headlineList } from "./article-list.ts";
import type { DayPart } from "./day-parts.ts";
import { dayTitle } from "./day-title.ts";
import type { PageContext } from "./layout.ts";
import { renderPage } from "./layout.ts";
import { monthTitle } from "./month-title.ts";
import type { Neighbours } from "./neighbours.ts";
import type { Step } from "./step-links.ts";
import { stepLinks } from "./step-links.ts";

/** The articles of a day of a month that is too large for one page, newest first. */
export function renderDayPage(
  day: DayPart,
  { earlier, later }: Neighbours<DayPart>,
  context: PageContext,
): string {
  const { language } = context.site;
  const words = wordsFor(language);
  const title = dayTitle(day, language);
  const step = (other: DayPart | null): Step | null =>
    other && { href: other.address, title: dayTitle(other, language) };
  return renderPage(
    {
      title,
      address: day.address,
      description: words.articlesOf(title, context.site.title),
      language,
      channels: [],
      head: null,
      main: lines(
        markup`<header>`,
        markup`<p class="kicker"><a href="${monthAddress(day.year, day.month)}">${monthTitle(day, language)}</a></p>`,
        markup`<h1>${title}</h1>`,
        markup`</header>`,
        headlineList(day.articles, { language, sections: true }, context),
        stepLinks({ earlier: step(earlier), later: step(later) }, words.archive, words),
      ),
    },
    context,
  );
}
