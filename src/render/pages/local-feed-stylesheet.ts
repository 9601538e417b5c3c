import { wordsFor } from "../words/words-for.ts";
import { directionOf } from "./direction.ts";

/** The stylesheet of feeds with the one sentence that it says in a site's language, and in its direction. */
export function localFeedStylesheet(css: string, language: string): string {
  const sentence = (tag: string) => wordsFor(tag).subscribe.inBrowser;
  const told = css.replace(sentence("en"), sentence(language).replaceAll('"', '\\"'));
  return directionOf(language) === "rtl" ? `${told}\nrss,\nfeed {\n  direction: rtl;\n}\n` : told;
}
