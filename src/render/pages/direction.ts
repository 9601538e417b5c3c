import type { Markup } from "../text/markup.ts";
import { markup } from "../text/markup.ts";
import { localeOf } from "./locale.ts";

/** Scripts that run from right to left, by the names of ISO 15924. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  "Adlm",
  "Arab",
  "Aran",
  "Hebr",
  "Mand",
  "Nkoo",
  "Rohg",
  "Samr",
  "Syrc",
  "Thaa",
]);

const DIRECTIONS = new Map<string, "ltr" | "rtl">();

/** The direction of the script that a language (BCP 47) is written in, by the likely one where it names none. */
export function directionOf(language: string): "ltr" | "rtl" {
  const known = DIRECTIONS.get(language);
  if (known) return known;
  const { script = "" } = new Intl.Locale(localeOf(language)).maximize();
  const direction = RIGHT_TO_LEFT.has(script) ? "rtl" : "ltr";
  DIRECTIONS.set(language, direction);
  return direction;
}

/** What sets a part in another language apart from the page around it; nothing where it is the same. */
export function languageAttributes(language: string, around: string): Markup | null {
  if (language === around) return null;
  return directionOf(language) === directionOf(around)
    ? markup` lang="${language}"`
    : markup` lang="${language}" dir="${directionOf(language)}"`;
}
