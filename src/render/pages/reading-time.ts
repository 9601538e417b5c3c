import type { Article } from "../../article/article.ts";
import { perLanguage } from "./locale.ts";

/** How many words a minute people read on average, silently and in a language of their own. */
const WORDS_PER_MINUTE = 230;

/** Languages that put no spaces between words, so that ours counts none. */
const UNSPACED = /^(ja|zh|th|lo|km|my)\b/i;

/** Writes a number of minutes: "3 minutes". */
export const minutesIn = perLanguage(
  (locale) => new Intl.NumberFormat(locale, { style: "unit", unit: "minute", unitDisplay: "long" }),
);

/** How long an article takes to read, in its language: "3 minutes". Null where words cannot be counted. */
export function readingTime({ wordCount, language }: Article): string | null {
  if (wordCount === 0 || UNSPACED.test(language)) return null;
  return minutesIn(language).format(Math.max(1, Math.round(wordCount / WORDS_PER_MINUTE)));
}
