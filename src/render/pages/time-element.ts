import { isoOf } from "../../article/instant.ts";
import type { EpochSeconds } from "../../article/values.ts";
import type { Markup } from "../text/markup.ts";
import { markup } from "../text/markup.ts";
import { localeOf } from "./locale.ts";

/** How much of an instant people are shown: the day, or the time of day and its zone too. */
export type Precision = "day" | "minute";

const FIELDS: Readonly<Record<Precision, Intl.DateTimeFormatOptions>> = {
  day: { year: "numeric", month: "long", day: "numeric" },
  minute: {
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    timeZoneName: "short",
  },
};

const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

/**
 * An instant as people read it in a zone and a language, and as machines do. Midnight to the second
 * is a day whose time nobody told, and shows none.
 */
export function timeElement(
  instant: EpochSeconds,
  timezone: string,
  language: string,
  precision: Precision,
): Markup {
  const date = new Date(instant * 1000);
  const shown = precision === "minute" && isMidnight(date, timezone) ? "day" : precision;
  return markup`<time datetime="${isoOf(instant)}">${formatter(timezone, language, shown).format(date)}</time>`;
}

function isMidnight(date: Date, timezone: string): boolean {
  // Every offset that is in use is a multiple of a quarter of an hour.
  if (date.getTime() % 900_000 !== 0) return false;
  const clock = formatter(timezone, "en-GB", "clock").format(date);
  return clock === "00:00";
}

function formatter(timezone: string, language: string, fields: Precision | "clock"): Intl.DateTimeFormat {
  const key = `${fields} ${timezone} ${language}`;
  const known = FORMATTERS.get(key);
  if (known) return known;
  const options: Intl.DateTimeFormatOptions =
    fields === "clock" ? { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } : FIELDS[fields];
  const made = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: timezone });
  FORMATTERS.set(key, made);
  return made;
}
