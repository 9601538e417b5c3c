import type { DayPart } from "./day-parts.ts";
import { perLanguage } from "./locale.ts";

const daysIn = perLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale, { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" }),
);

/** A day in words, and which part of it where it is in several. */
export function dayTitle(
  { year, month, day, part }: Pick<DayPart, "year" | "month" | "day" | "part">,
  language: string,
): string {
  const title = daysIn(language).format(new Date(Date.UTC(year, month - 1, day)));
  return part === null ? title : `${title} · ${part}`;
}
