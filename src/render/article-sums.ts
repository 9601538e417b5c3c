import type { Article } from "../article/article.ts";
import type { ToldOf } from "../article/articles.ts";
import type { Summed } from "../article/sum.ts";
import { Sum } from "../article/sum.ts";

/** Adds an article to a sum, by its ordinal: all that it says, and the channels under which it is found. */
export type AddArticle = (ordinal: number, sum: Sum) => void;

/** What names stand for, as a sum: which of them have channels, and which. */
export interface NamedSums {
  readonly section: (name: string) => Summed;
  readonly tags: (names: readonly string[]) => Summed;
  readonly authors: (names: Article["authors"]) => Summed;
}

const WORDS = 3;

/** What of articles is summed up, by their ordinals. */
export type SummedArticles = Pick<ToldOf, "fingerprint" | "section" | "tags" | "authors">;

/** Sums articles with ordinals below an end up, each once a bake: their fingerprints tell the rest of them. */
export function articleSums(of: SummedArticles, end: number, named: NamedSums): AddArticle {
  const words = new Int32Array(end * WORDS);
  const isKnown = new Uint8Array(end);
  const own = new Sum();
  return (ordinal, sum) => {
    const at = ordinal * WORDS;
    if (isKnown[ordinal] === 0) {
      own.clear().text(of.fingerprint(ordinal));
      own.add(named.tags(of.tags(ordinal))).add(named.authors(of.authors(ordinal)));
      const section = of.section(ordinal);
      if (section !== null) own.add(named.section(section));
      words[at] = own.a;
      words[at + 1] = own.b;
      words[at + 2] = own.c;
      isKnown[ordinal] = 1;
    }
    sum.words(words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0);
  };
}
