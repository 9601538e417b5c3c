import { join } from "node:path";
import type { RememberedArticle } from "../article/remembered-article.ts";
import { AmendedFile } from "./amended-file.ts";
import { CACHE_FILES } from "./cache-files.ts";
import type { ListPool } from "./list-pool.ts";

/** An article, and the bytes of the file that it was made of. */
export interface ArticleOfFile {
  /** SHA-256. */
  readonly sha256: string;
  /** Whether something is to be told of the file each time, which stands in what it became. */
  readonly hasProblems: boolean;
  readonly article: RememberedArticle;
}

/** How one stands among those that became other ones since the file was written. */
export type ArticleRow = readonly [
  path: string,
  sha256: string,
  hasProblems: boolean,
  article: RememberedArticle,
];

/** Where what is remembered of articles lies in a cache. Articles with the same lists get the very same ones. */
export function articlesIn(folder: string, lists: ListPool): AmendedFile<ArticleOfFile, ArticleRow> {
  const [file, beside] = [CACHE_FILES.articles, CACHE_FILES.articleAmendments];
  return new AmendedFile(join(folder, file), join(folder, beside), {
    row: (path, { sha256, hasProblems, article }): ArticleRow => [path, sha256, hasProblems, article],
    value: ([, sha256, hasProblems, article]) => {
      return { sha256, hasProblems, article: withLists(article, lists) };
    },
  });
}

function withLists(article: RememberedArticle, lists: ListPool): RememberedArticle {
  const { tags, authors, files, episodeArt } = article;
  return {
    ...article,
    tags: lists.share(tags),
    authors: lists.share(authors),
    files: lists.share(files),
    episodeArt: lists.share(episodeArt),
  };
}
