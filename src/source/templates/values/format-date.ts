import type { Temporal } from "temporal-polyfill";
import { temporal } from "../../../article/temporal.ts";
import type { ScopeValues } from "./scope.ts";
import { UNKNOWN } from "./value.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ");

const pad = (number: number, width = 2) => String(number).padStart(width, "0");
const short = (name: string | undefined) => (name ?? "").slice(0, 3);

/** The parts that dates are written with (strftime); a `-` takes the leading zero. */
const PARTS: Readonly<Record<string, (at: Temporal.ZonedDateTime) => string>> = {
  Y: ({ year }) => String(year),
  y: ({ year }) => pad(year % 100),
  m: ({ month }) => pad(month),
  B: ({ month }) => MONTHS[month - 1] ?? "",
  b: ({ month }) => short(MONTHS[month - 1]),
  d: ({ day }) => pad(day),
  e: ({ day }) => String(day).padStart(2),
  j: ({ dayOfYear }) => pad(dayOfYear, 3),
  A: ({ dayOfWeek }) => DAYS[dayOfWeek - 1] ?? "",
  a: ({ dayOfWeek }) => short(DAYS[dayOfWeek - 1]),
  H: ({ hour }) => pad(hour),
  I: ({ hour }) => pad(((hour + 11) % 12) + 1),
  M: ({ minute }) => pad(minute),
  S: ({ second }) => pad(second),
  p: ({ hour }) => (hour < 12 ? "AM" : "PM"),
  z: ({ offset }) => offset.replace(":", ""),
  F: ({ year, month, day }) => `${year}-${pad(month)}-${pad(day)}`,
  s: ({ epochMilliseconds }) => String(Math.floor(epochMilliseconds / 1000)),
};

/**
 * Writes a date by a pattern such as `%d %B %Y`. `UNKNOWN` for what is no date, such as "now", and for
 * patterns of another kind.
 */
export function formatDate(
  text: string,
  pattern: string,
  { timezone, readDate }: Pick<ScopeValues, "timezone" | "readDate">,
): string | typeof UNKNOWN {
  const instant = readDate(text);
  if (instant === null || !pattern.includes("%")) return UNKNOWN;
  const at = temporal()
    .Instant.fromEpochMilliseconds(instant * 1000)
    .toZonedDateTimeISO(timezone);
  return pattern.replace(/%(-?)(:?)([A-Za-z%])/g, (whole, bare: string, colon: string, name: string) => {
    if (name === "%") return "%";
    if (colon !== "") return name === "z" ? at.offset : whole;
    const part = PARTS[name]?.(at) ?? whole;
    return bare === "" ? part : part.replace(/^[0 ]+(?=\d)/, "");
  });
}
