import type { Source } from "../article/source.ts";
import type { StayingArticles } from "../article/staying-articles.ts";
import type { ContentPath } from "../article/values.ts";
import type { ArticleRecord } from "./records/article-record.ts";
import type { ArticleRecords } from "./records/article-records.ts";
import type { SortedMatches } from "./sort-matches.ts";

/** A source with the identity that it has had since its first publication. */
export interface IdentifiedArticle {
  readonly source: Source;
  readonly record: ArticleRecord;
}

/** What the sources of a bake are to the site. */
export interface Identification extends Pick<SortedMatches, "waiting"> {
  /** In the order of the folder, then those that are new. */
  readonly articles: readonly IdentifiedArticle[];
  /** Articles beside these that stay who they are: their records are those of the ledger. */
  readonly staying: StayingArticles;
  /** Two sources that ask for one id; the second cannot have it. */
  readonly clashes: readonly { readonly source: Source; readonly with: ContentPath }[];
  /** Sources that ask for an id after they were published under another, which stays. */
  readonly lateIds: readonly IdentifiedArticle[];
  /** Published sources that now name a date to come; the remembered one stays. */
  readonly lateDates: readonly IdentifiedArticle[];
  /** Sources that name a last change to come; it does not count yet. */
  readonly lateUpdates: readonly IdentifiedArticle[];
  /** Every article ever published, by ordinal. Unchanged ones are the ledger's own objects. */
  readonly records: ArticleRecords;
}
