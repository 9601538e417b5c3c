import type { Article } from "../article/article.ts";
import type { Summed } from "../article/sum.ts";
import { Sum } from "../article/sum.ts";

/** Adds an article to a sum: all that it says, and the channels under which it is found. */
export type AddArticle = (article: Article, sum: Sum) => void;

/** What names stand for, as a sum: which of them have channels, and which. */
export interface NamedSums {
  readonly section: (name: string) => Summed;
  readonly tags: (names: readonly string[]) => Summed;
  readonly authors: (names: Article["authors"]) => Summed;
}

const WORDS = 3;

/** Sums articles up, each once a bake, by ordinal: their fingerprints tell the rest of them. */
export function articleSums(articles: readonly Article[], named: NamedSums): AddArticle {
  const last = articles.reduce((most, { ordinal }) => Math.max(most, ordinal), -1);
  const words = new Int32Array((last + 1) * WORDS);
  const isKnown = new Uint8Array(last + 1);
  const own = new Sum();
  return (article, sum) => {
    const { ordinal } = article;
    const at = ordinal * WORDS;
    if (isKnown[ordinal] === 0) {
      const { fingerprint, section, tags, authors } = article;
      own.clear().text(fingerprint).add(named.tags(tags)).add(named.authors(authors));
      if (section !== null) own.add(named.section(section));
      words[at] = own.a;
      words[at + 1] = own.b;
      words[at + 2] = own.c;
      isKnown[ordinal] = 1;
    }
    sum.words(words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0);
  };
}
