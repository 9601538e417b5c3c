import { isoOf } from "../../article/instant.ts";
import type { EpochSeconds } from "../../article/values.ts";
import { offsetSeconds } from "../../article/zoned-time.ts";
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

const FORMATTERS = new Map<string, Format>();

type Format = (instant: EpochSeconds) => string;

/** Lists show the dates of the same articles again and again, and finding a text is far faster than writing it. */
const MOST_REMEMBERED = 10_000;

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
  const shown = precision === "minute" && isMidnight(instant, timezone) ? "day" : precision;
  return markup`<time datetime="${isoOf(instant)}">${formatter(timezone, language, shown)(instant)}</time>`;
}

function isMidnight(instant: EpochSeconds, timezone: string): boolean {
  // Every offset that is in use is a multiple of a quarter of an hour.
  if (instant % 900 !== 0) return false;
  const offset = offsetSeconds(timezone);
  return offset === null
    ? formatter(timezone, "en-GB", "clock")(instant) === "00:00"
    : (instant + offset) % 86_400 === 0;
}

function formatter(timezone: string, language: string, fields: Precision | "clock"): Format {
  const key = `${fields} ${timezone} ${language}`;
  const known = FORMATTERS.get(key);
  if (known) return known;
  const options: Intl.DateTimeFormatOptions =
    fields === "clock" ? { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } : FIELDS[fields];
  const made = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: timezone });
  const format = remembering((instant) => made.format(instant * 1000));
  FORMATTERS.set(key, format);
  return format;
}

function remembering(format: Format): Format {
  const remembered = new Map<EpochSeconds, string>();
  return (instant) => {
    const known = remembered.get(instant) ?? format(instant);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(instant, known);
    return known;
  };
}
