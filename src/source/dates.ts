import type { EpochSeconds } from "../article/values.ts";
import { zonedInstant } from "../article/zoned-time.ts";

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([Zz]|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Reads a date as publishers write it (RFC 3339, also without time or offset); a date without an
 * offset is read in `timezone`. Fractions of a second are cut off. Null for anything else, also for
 * days that do not exist.
 */
export function parseDate(text: string, timezone: string): EpochSeconds | null {
  const match = ISO.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute, second, offset] = match;
  const wall = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
  };
  return zonedInstant(wall, offset ? normalizeOffset(offset) : timezone);
}

function normalizeOffset(offset: string): string {
  return /^z$/i.test(offset) ? "UTC" : `${offset.slice(0, 3)}:${offset.slice(-2)}`;
}
