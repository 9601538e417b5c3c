import type { Site } from "../article/site.ts";
import type { PublicationDate } from "../article/source.ts";
import type { EpochSeconds } from "../article/values.ts";
import { zonedInstant } from "../article/zoned-time.ts";

/**
 * The instant that a source names, or null where it names none. A day without a year is the latest such day that is not
 * after `first`, the moment of first publication: it means the same in the years that follow.
 */
export function instantOf(
  date: PublicationDate | null,
  site: Site,
  first: EpochSeconds,
): EpochSeconds | null {
  if (date === null || date.kind === "guess") return null;
  if (date.kind === "instant") return date.at;
  const newestYear = new Date(first * 1000).getUTCFullYear() + 1;
  // 29 February can be eight years back (1896 to 1904).
  for (let year = newestYear; year > newestYear - 10; year -= 1) {
    const at = zonedInstant({ year, month: date.month, day: date.day }, site.timezone);
    if (at !== null && at <= first) return at;
  }
  return null;
}

/** When an article that names no date counts as published for the first time: at its guess, or now. */
export function firstInstantOf(date: PublicationDate | null, now: EpochSeconds): EpochSeconds {
  return date?.kind === "guess" ? Math.min(date.at, now) : now;
}
