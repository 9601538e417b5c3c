import type { Markup } from "../text/markup.ts";
import { markup } from "../text/markup.ts";
import type { DayPart } from "./day-parts.ts";
import { perLanguage } from "./locale.ts";

const numbersIn = perLanguage((locale) => new Intl.NumberFormat(locale));

/** The days of a month as numbers, in the order of the calendar; each leads to its page. */
export function dayLinks(newestFirst: readonly DayPart[], language: string): Markup {
  const number = numbersIn(language);
  // Of a day in parts the newest has no number of its own: it comes after the others.
  const label = ({ day, part }: DayPart) =>
    part === null ? number.format(day) : `${number.format(day)} · ${number.format(part)}`;
  return markup`<ol class="days">
${newestFirst.toReversed().map((one) => markup`<li><a href="${one.address}">${label(one)}</a></li>\n`)}</ol>`;
}
