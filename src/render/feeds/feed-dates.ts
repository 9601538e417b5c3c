import { isoOf } from "../../article/instant.ts";

/** RFC 3339 in whole seconds, UTC: the date of Atom (RFC 4287 §3.3) and JSON Feed. For `isFeedDate` only. */
export function rfc3339(date: Date): string {
  return isoOf(date.getTime() / 1000);
}

/** RFC 822 §5 with the four-digit year that RSS 2.0 prefers; always GMT. */
export function rfc822(date: Date): string {
  return date.toUTCString();
}

/**
 * Whether every format can write the date so that all readers take it alike: it exists, and its year
 * has four digits (a lesser one is taken for one of the last century, RFC 5322 §4.3).
 */
export function isFeedDate(date: Date | undefined): date is Date {
  const year = date?.getUTCFullYear() ?? Number.NaN;
  return year >= 1000 && year <= 9999;
}
