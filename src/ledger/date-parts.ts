import type { Temporal } from "temporal-polyfill";
import type { DATE_TOKENS } from "../article/address-pattern.ts";
import { temporal } from "../article/temporal.ts";
import type { EpochSeconds } from "../article/values.ts";

/** What clock and calendar showed when an article was published: in the site's zone, or as it was written. */
export function shownDate(
  published: EpochSeconds,
  timezone: string,
  wall: string | null,
): Temporal.PlainDateTime {
  const { Instant, PlainDateTime } = temporal();
  const zoned = Instant.fromEpochMilliseconds(published * 1000).toZonedDateTimeISO(timezone);
  const shown = wall === null ? zoned.toPlainDateTime() : PlainDateTime.from(wall);
  return shown.with({ second: zoned.second });
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");
const two = (value: number | undefined) => String(value ?? 0).padStart(2, "0");
const monthName = ({ month }: Temporal.PlainDateTime) => MONTHS[month - 1] ?? "";
const dayName = ({ dayOfWeek }: Temporal.PlainDateTime) => DAYS[dayOfWeek - 1] ?? "";

/** The parts of a date by their tokens, each with as many digits; names in English, weeks of ISO 8601. */
export const DATE_PARTS: Readonly<Record<string, (date: Temporal.PlainDateTime) => string>> = {
  year: ({ year }) => String(year).padStart(4, "0"),
  month: ({ month }) => two(month),
  day: ({ day }) => two(day),
  hour: ({ hour }) => two(hour),
  minute: ({ minute }) => two(minute),
  second: ({ second }) => two(second),
  plainmonth: ({ month }) => String(month),
  plainday: ({ day }) => String(day),
  yearday: ({ dayOfYear }) => String(dayOfYear).padStart(3, "0"),
  plainyearday: ({ dayOfYear }) => String(dayOfYear),
  shortyear: ({ year }) => two(year % 100),
  monthname: monthName,
  shortmonth: (date) => monthName(date).slice(0, 3),
  weekyear: ({ year, yearOfWeek }) => String(yearOfWeek ?? year).padStart(4, "0"),
  week: ({ weekOfYear }) => two(weekOfYear),
  weekday: ({ dayOfWeek }) => String(dayOfWeek),
  dayname: dayName,
  shortday: (date) => dayName(date).slice(0, 3),
} satisfies Record<(typeof DATE_TOKENS)[number], (date: Temporal.PlainDateTime) => string>;
