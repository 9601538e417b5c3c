import { temporal } from "./temporal.ts";
import type { EpochSeconds } from "./values.ts";

/** A date, and a time of day where one was given, as a clock on the wall shows it. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly second?: number;
}

/**
 * The instant at which a clock in `timezone` (IANA, or an offset such as `+02:00`) shows `wall`;
 * midnight where it names no time. A time that daylight saving skips moves forward by the gap, one
 * that it repeats means the first. Null where there is no such day (31 February).
 */
export function zonedInstant(wall: WallTime, timezone: string): EpochSeconds | null {
  const offset = wall.year < FIRST_PLAIN_YEAR ? null : offsetSeconds(timezone);
  if (offset !== null) {
    const instant = utcInstant(wall);
    return instant === null ? null : instant - offset;
  }
  return calendarInstant(wall, timezone);
}

/** The same for any zone, by the calendar of zones. */
export function calendarInstant(wall: WallTime, timezone: string): EpochSeconds | null {
  try {
    const zoned = temporal().PlainDateTime.from(wall, { overflow: "reject" }).toZonedDateTime(timezone);
    return Math.floor(zoned.epochMilliseconds / 1000);
  } catch (cause) {
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}

/** `Date.UTC` takes an earlier one for a year of the twentieth century. */
const FIRST_PLAIN_YEAR = 100;

/** How far a zone is ahead of UTC where its name tells; null where that needs the calendar of zones. */
export function offsetSeconds(timezone: string): number | null {
  if (timezone === "UTC") return 0;
  const [, sign, hours, minutes] = /^([+-])([01]\d|2[0-3]):([0-5]\d)$/.exec(timezone) ?? [];
  if (sign === undefined) return null;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** The instant at which a clock in UTC shows it. */
function utcInstant({ year, month, day, hour = 0, minute = 0, second = 0 }: WallTime): EpochSeconds | null {
  // An hour too many leads to another day.
  if (minute > 59 || second > 59) return null;
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const isDay = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return isDay ? at.getTime() / 1000 : null;
}

/** Whether the platform knows the zone by this name. */
export function isTimezone(name: string): boolean {
  return zonedInstant({ year: 2025, month: 1, day: 1 }, name) !== null;
}

/** A month of the calendar, from 1. */
export interface Month {
  readonly year: number;
  readonly month: number;
}

/** No zone has ever been further from UTC than this. */
const MOST_OFFSET_SECONDS = 16 * 60 * 60;

/**
 * Tells in which month of `timezone` (IANA) an instant lies. Only within a day of a month's edge does
 * the zone matter, so only there is it asked; and one month is remembered, since instants come in order.
 */
export function zonedMonths(timezone: string): (instant: EpochSeconds) => Month {
  const offsetAt = zonedOffsets(timezone);
  let month: Month = { year: 0, month: 0 };
  let [from, to] = [0, 0];
  return (instant) => {
    if (instant >= from && instant < to) return month;
    const { year, month: number } = utcMonth(instant);
    const first = monthStart(year, number) + MOST_OFFSET_SECONDS;
    const last = monthStart(year, number + 1) - MOST_OFFSET_SECONDS;
    if (instant < first || instant >= last) return utcMonth(instant + offsetAt(instant));
    [from, to] = [first, last];
    month = { year, month: number };
    return month;
  };
}

function utcMonth(instant: EpochSeconds): Month {
  const date = new Date(instant * 1000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}

/** `Date.UTC` would take an earlier year for one of the twentieth century. */
function monthStart(year: number, month: number): EpochSeconds {
  return new Date(0).setUTCFullYear(year, month - 1, 1) / 1000;
}

/** Tells on which day of a month of `timezone` (IANA) an instant lies, from 1. */
export function zonedDays(timezone: string): (instant: EpochSeconds) => number {
  const offsetAt = zonedOffsets(timezone);
  return (instant) => new Date((instant + offsetAt(instant)) * 1000).getUTCDate();
}

/** Offsets change at most once within such a time. */
const STEADY_SECONDS = 14 * 86_400;

/**
 * Tells how far a zone is ahead of UTC at an instant. The zone is asked twice a fortnight, and for each
 * instant only in one in which its clocks are changed.
 */
function zonedOffsets(timezone: string): (instant: EpochSeconds) => number {
  const fixed = offsetSeconds(timezone);
  if (fixed !== null) return () => fixed;
  const offsetAt = (instant: EpochSeconds) =>
    temporal()
      .Instant.fromEpochMilliseconds(instant * 1000)
      .toZonedDateTimeISO(timezone).offsetNanoseconds / 1e9;
  const steady = new Map<number, number | null>();
  return (instant) => {
    const fortnight = Math.floor(instant / STEADY_SECONDS);
    let offset = steady.get(fortnight);
    if (offset === undefined) {
      const first = offsetAt(fortnight * STEADY_SECONDS);
      offset = first === offsetAt((fortnight + 1) * STEADY_SECONDS) ? first : null;
      steady.set(fortnight, offset);
    }
    return offset ?? offsetAt(instant);
  };
}
