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

/**
 * Sums articles up, once a bake, by ordinal: their fingerprints tell the rest of them. All of them at the
 * first that is asked for, since whoever asks for one asks for all.
 */
export function articleSums(articles: readonly Article[], named: NamedSums): AddArticle {
  let words: Int32Array | null = null;
  return ({ ordinal }, sum) => {
    words ??= wordsOf(articles, named);
    const at = ordinal * WORDS;
    sum.words(words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0);
  };
}

function wordsOf(articles: readonly Article[], named: NamedSums): Int32Array {
  const last = articles.reduce((most, { ordinal }) => Math.max(most, ordinal), -1);
  const words = new Int32Array((last + 1) * WORDS);
  const sum = new Sum();
  for (const { ordinal, fingerprint, section, tags, authors } of articles) {
    sum.clear().text(fingerprint).add(named.tags(tags)).add(named.authors(authors));
    if (section !== null) sum.add(named.section(section));
    const at = ordinal * WORDS;
    words[at] = sum.a;
    words[at + 1] = sum.b;
    words[at + 2] = sum.c;
  }
  return words;
}
