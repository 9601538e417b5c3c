import type { Month } from "../../article/zoned-time.ts";
import { perLanguage } from "./locale.ts";

const MONTH = { month: "long", timeZone: "UTC" } as const;
const monthsIn = perLanguage((locale) => new Intl.DateTimeFormat(locale, MONTH));
const monthsAndYearsIn = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { ...MONTH, year: "numeric" }),
);

/** A month and its year in words: "November 2025". */
export function monthTitle({ year, month }: Month, language: string): string {
  return monthsAndYearsIn(language).format(firstOf(year, month));
}

/** A month in words, without its year. */
export function monthName({ year, month }: Month, language: string): string {
  return monthsIn(language).format(firstOf(year, month));
}

function firstOf(year: number, month: number): Date {
  return new Date(Date.UTC(year, month - 1));
}
