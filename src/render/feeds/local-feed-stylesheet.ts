import { wordsFor } from "../words/words-for.ts";

/** The stylesheet of feeds with the one sentence that it says in a site's language. */
export function localFeedStylesheet(css: string, language: string): string {
  const sentence = (tag: string) => wordsFor(tag).subscribe.inBrowser;
  return css.replace(sentence("en"), sentence(language).replaceAll('"', '\\"'));
}
