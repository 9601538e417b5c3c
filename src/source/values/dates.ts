import type { EpochSeconds } from "../../article/values.ts";
import type { WallTime } from "../../article/zoned-time.ts";
import { zonedInstant } from "../../article/zoned-time.ts";

const TIME = String.raw`(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.\d+)?)?\s*(?<offset>[Zz]|UTC|GMT|[ECMP][SD]T|[+-]\d{1,2}(?::?\d{2})?)?`;
const MONTH = String.raw`(?<monthName>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`;
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`;
const WEEKDAY = String.raw`(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+)?`;

/** RFC 3339 with less of it, also with parts of one digit, RFC 5322 §3.3, and the forms in which the month has its name. */
const FORMS = [
  new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[Tt ]\s*${TIME})?$`),
  new RegExp(String.raw`^(?<year>\d{4})/(?<month>\d{1,2})/(?<day>\d{1,2})(?: ${TIME})?$`),
  new RegExp(String.raw`^${WEEKDAY}${DAY}\s+${MONTH},?\s+(?<year>\d{4})(?:,?\s+${TIME})?$`, "i"),
  new RegExp(String.raw`^${WEEKDAY}${MONTH}\s+${DAY},?\s+(?<year>\d{4})(?:,?\s+${TIME})?$`, "i"),
];
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/**
 * Reads a date as publishers write it (RFC 3339, also without time or offset; RFC 5322; months by
 * their English names); a date without an offset is read in `timezone`. Fractions of a second are
 * cut off. Null for anything else, also for days that do not exist.
 */
export function parseDate(text: string, timezone: string): EpochSeconds | null {
  const found = readDate(text);
  return found && zonedInstant(found.wall, found.offset === null ? timezone : normalizeOffset(found.offset));
}

/** Day and time as a date with an offset writes them, such as `2025-07-01T23:30`; null for one without. */
export function writtenWall(text: string): string | null {
  const { wall, offset = null } = readDate(text) ?? {};
  if (wall === undefined || offset === null) return null;
  const [month, day, hour, minute] = [wall.month, wall.day, wall.hour, wall.minute].map((number) =>
    String(number).padStart(2, "0"),
  );
  return `${String(wall.year).padStart(4, "0")}-${month}-${day}T${hour}:${minute}`;
}

/** A date as it was written, where it has no time; else null. */
export function writtenDay(text: string): string | null {
  return readDate(text)?.hasTime === false ? text.trim() : null;
}

/** A date as it was written. */
interface WrittenDate {
  readonly wall: Required<WallTime>;
  /** As it was written; null for none. */
  readonly offset: string | null;
  readonly hasTime: boolean;
}

/** The form that generators write. The first of `FORMS` reads the same in it, with names for its parts, which take longer. */
const PLAIN = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d):(\d\d)(Z|[+-]\d\d:\d\d)?)?$/;

/** Reads a date without asking whether there is such a day; null where it has none of the forms. */
export function readDate(text: string): WrittenDate | null {
  const plain = PLAIN.exec(text);
  return plain === null ? readAnyForm(text) : dateOfParts(plain);
}

function dateOfParts([, year, month, day, hour, minute, second, offset]: RegExpExecArray): WrittenDate {
  const wall = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
  };
  return { wall, offset: offset ?? null, hasTime: hour !== undefined };
}

/** The long road. */
export function readAnyForm(text: string): WrittenDate | null {
  for (const form of FORMS) {
    const groups = form.exec(text.trim())?.groups;
    if (groups === undefined) continue;
    const { year, month, monthName, day, hour, minute, second, offset } = groups;
    const wall = {
      year: Number(year),
      month: monthName ? MONTHS.indexOf(monthName.slice(0, 3).toLowerCase()) + 1 : Number(month),
      day: Number(day),
      hour: Number(hour ?? 0),
      minute: Number(minute ?? 0),
      second: Number(second ?? 0),
    };
    return { wall, offset: offset ?? null, hasTime: hour !== undefined };
  }
  return null;
}

/** Hours of the zones that RFC 5322 §4.3 names, in standard time. */
const ZONE_HOURS: Readonly<Record<string, number>> = { E: 5, C: 6, M: 7, P: 8 };

/** An offset as `+hh:mm`; it may be short, such as `-4` or `+0530`. */
function normalizeOffset(offset: string): string {
  const [, zone = "", light] = /^([ECMP])([SD])T$/i.exec(offset) ?? [];
  const hours = ZONE_HOURS[zone.toUpperCase()];
  if (hours !== undefined) return `-0${hours - (light?.toUpperCase() === "D" ? 1 : 0)}:00`;
  const [, sign = "", digits = ""] = /^([+-])([\d:]+)$/.exec(offset) ?? [];
  if (sign === "") return "UTC";
  const [hour = "", minute = "00"] = digits.includes(":")
    ? digits.split(":")
    : [digits.slice(0, -2) || digits, digits.length > 2 ? digits.slice(-2) : "00"];
  return `${sign}${hour.padStart(2, "0")}:${minute}`;
}

/** Whether there is such a day. */
export function isDay(date: string): boolean {
  return parseDate(date, "UTC") !== null;
}

/**
 * A date on a day that its month does not have (`2017-02-29 11:00:00`), on the day that programs in
 * JavaScript make of it, which goes on into the next month; null for any other.
 */
export function rolledOver(text: string): string | null {
  const [, year, month, day, rest = ""] = /^(\d{4})-(\d\d)-(29|30|31)(\D.*|)$/.exec(text.trim()) ?? [];
  if (year === undefined || isDay(`${year}-${month}-${day}`)) return null;
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const rolled = `${new Date(at).toISOString().slice(0, 10)}${rest}`;
  return isDay(`${year}-${month}-01`) && isDay(rolled) ? rolled : null;
}

/** A date in a permalink (`/2025/07/01/lock/`). */
export function dateOfPermalink(permalink: string): string | null {
  const [, year, month, day] = /(?:^|\/)(\d{4})\/(\d{2})\/(\d{2})\//.exec(permalink) ?? [];
  return year === undefined ? null : `${year}-${month}-${day}`;
}
