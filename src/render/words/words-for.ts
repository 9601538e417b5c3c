import { ar } from "./ar.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { it } from "./it.ts";
import { nl } from "./nl.ts";
import { pl } from "./pl.ts";
import { pt } from "./pt.ts";
import { sv } from "./sv.ts";
import type { Words } from "./words.ts";

const LANGUAGES: ReadonlyMap<string, Words> = new Map(
  [ar, de, en, es, fr, it, nl, pl, pt, sv].map((words) => [words.language, words]),
);

/** The words for a language tag (BCP 47): those of its language whatever the region, English where we have none. */
export function wordsFor(tag: string): Words {
  return LANGUAGES.get(tag.toLowerCase().split("-", 1)[0] ?? "") ?? en;
}
