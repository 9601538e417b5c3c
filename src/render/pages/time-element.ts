import type { EpochSeconds } from "../../article/values.ts";
import type { Markup } from "../markup.ts";
import { markup } from "../markup.ts";

const FORMATTERS = new Map<string, Intl.DateTimeFormat>();

/** An instant as people of the site read it, in its zone and language, and as machines do. */
export function timeElement(instant: EpochSeconds, timezone: string, language: string): Markup {
  const key = `${timezone} ${language}`;
  const formatter =
    FORMATTERS.get(key) ??
    new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short", timeZone: timezone });
  FORMATTERS.set(key, formatter);
  const date = new Date(instant * 1000);
  return markup`<time datetime="${date.toISOString().replace(".000Z", "Z")}">${formatter.format(date)}</time>`;
}
