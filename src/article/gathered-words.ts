import type { Article } from "./article.ts";

/** What of an article, or of its source, says where it gathers. */
export type GatheredWords = Pick<Article, "section" | "tags" | "authors" | "language">;

/** Tells of articles what they gather under, one after the other. Nobody may hold on to the words: of many it is the same object each time. */
export type EachWords = (tell: (words: GatheredWords, ordinal: number) => void) => void;
