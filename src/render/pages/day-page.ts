import { monthAddress } from "../../representation/part-addresses.ts";
import { markup } from "../text/markup.ts";
import { headlineList } from "./article-list.ts";
import { renderDatePage } from "./date-page.ts";
import type { DayPart } from "./day-parts.ts";
import { dayTitle } from "./day-title.ts";
import { monthTitle } from "./month-title.ts";
import type { Neighbours } from "./neighbours.ts";
import type { PageContext } from "./page-context.ts";
import type { Step } from "./step-links.ts";

/** The articles of a day of a month that is too large for one page, newest first. */
export function renderDayPage(
  day: DayPart,
  { earlier, later }: Neighbours<DayPart>,
  context: PageContext,
): string {
  const { language } = context.site;
  const step = (other: DayPart | null): Step | null =>
    other && { href: other.address, title: dayTitle(other, language) };
  return renderDatePage(
    {
      title: dayTitle(day, language),
      address: day.address,
      above: markup`<a href="${monthAddress(day.year, day.month)}">${monthTitle(day, language)}</a>`,
      content: [headlineList(day.articles, { language, sections: true }, context)],
      steps: { earlier: step(earlier), later: step(later) },
    },
    context,
  );
}
