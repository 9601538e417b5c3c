import type { Article } from "../article/article.ts";
import type { Summed } from "../article/sum.ts";
import type { Windows } from "../article/windows.ts";
import type { ArchiveKeys } from "./feeds/feed-documents.ts";
import type { Output } from "./output.ts";

/** Documents that stay as they are, one after the other, in the place of their outputs: nobody looks at them. */
export interface KeptRun {
  /** How many there are. */
  readonly kept: number;
  /** Whether they are the pages of articles. */
  readonly areArticles: boolean;
  /** In the order of publishing. */
  readonly keys: () => Iterable<string>;
  readonly has: (key: string) => boolean;
  /** The outputs themselves, where they have to be looked at after all. */
  readonly outputs: () => Iterable<Output>;
}

/** Whether something stands in the place of outputs. */
export function isKept(one: Output | KeptRun): one is KeptRun {
  return "kept" in one;
}

/** Tells what of a site stays as it is. */
export interface KeptParts {
  /** Whether the page of an article does. */
  readonly isPage: (article: Article) => boolean;
  /** Tells of the archive windows of a channel, by their numbers, whether the documents with these keys do. */
  readonly isArchive: (windows: Windows<Article>, keysOf: ArchiveKeys) => (number: number) => boolean;
}

/** Finds what of a site stays, once it is known what its pages have around them. */
export type FindKept = (around: Summed) => KeptParts;

export const NOTHING_KEPT: KeptParts = { isPage: () => false, isArchive: () => () => false };

/** The pages of articles. */
export function keptPages(articles: readonly Article[], outputOf: (article: Article) => Output): KeptRun {
  let addresses: ReadonlySet<string> | null = null;
  return {
    kept: articles.length,
    areArticles: true,
    keys: () => articles.values().map(({ address }) => address),
    has(key) {
      addresses ??= new Set(articles.map(({ address }) => address));
      return addresses.has(key);
    },
    outputs: () => articles.values().map(outputOf),
  };
}
