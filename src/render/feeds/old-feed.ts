import type { AdoptedFeed, AdoptedItemText } from "../../article/adopted.ts";
import type { Article } from "../../article/article.ts";
import type { FeedDocument } from "./feed-documents.ts";

/** A feed of an old site that goes on. */
export interface OldFeed extends AdoptedFeed {
  /** Its items that had no ids, as they were written. */
  readonly written: ReadonlyMap<Article, AdoptedItemText>;
}

/**
 * A document as it goes on at the address of an old feed: under the feed's own id, and with no article
 * older than those that its subscribers have. As long as such articles are left out, it does not claim to
 * be the newest part of an archive (RFC 5005 §4).
 */
export function oldFeedDocument(
  document: FeedDocument,
  { address, format, id, oldest, written }: OldFeed,
): FeedDocument {
  const { channel, articles, paging, self } = document;
  const kept = oldest === null ? articles : articles.filter(({ published }) => published >= oldest);
  return {
    ...document,
    channel: id === null ? channel : { ...channel, id },
    self: { ...self, [format]: address },
    articles: kept,
    written,
    paging: kept.length < articles.length ? { kind: "open" } : paging,
  };
}
