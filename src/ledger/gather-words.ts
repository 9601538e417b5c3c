import type { EachWords, GatheredWords } from "../article/gathered-words.ts";
import type { Identification } from "./identification.ts";

/** Tells of all articles but those that are pages by themselves what they gather under. */
export function gatherWords({
  articles,
  staying: { of, list },
}: Pick<Identification, "articles" | "staying">): EachWords {
  return (tell) => {
    const words: { -readonly [Name in keyof GatheredWords]: GatheredWords[Name] } = {
      section: null,
      tags: [],
      authors: [],
      language: "",
    };
    for (const row of list) {
      words.section = of.section(row);
      words.tags = of.tags(row);
      words.authors = of.authors(row);
      words.language = of.language(row);
      tell(words, of.ordinal(row));
    }
    for (const { source, record } of articles) if (!source.page) tell(source, record.ordinal);
  };
}
