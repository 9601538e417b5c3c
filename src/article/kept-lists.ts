import type { Article } from "./article.ts";

/** By what a list of articles is known to be what it was: all of them stay, and none has left it. */
export interface KeptLists {
  /** Whether an article stays as it was, by its ordinal. */
  readonly isArticle: (ordinal: number) => boolean;
  /** Articles as they were before which do not stay: changed, moved or gone. */
  readonly left: readonly Pick<Article, "ordinal" | "published" | "address">[];
}

export const NO_LIST_KEPT: KeptLists = { isArticle: () => false, left: [] };
