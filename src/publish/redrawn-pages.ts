import { UNKNOWN_DIGEST } from "../ledger/document-digest.ts";
import type { ArticleRecord, Ledger } from "../ledger/ledger.ts";
import type { WantedDocument } from "./document-stages.ts";

/** Pages that a publish writes anew though nobody edited anything on them. */
export interface RedrawnPages {
  readonly pages: number;
  /** Feeds and archives that change with them. */
  readonly feeds: number;
}

/** So few pages change in the course of things: a neighbour, a list, a translation. */
const FEW = 3;

/**
 * Counts pages that are drawn anew, by an upgrade or by a setting that all of them show: there where the
 * pages of most articles that did not change are written. Null in the course of things.
 */
export function redrawnPages(
  documents: readonly WantedDocument[],
  before: Ledger,
  next: Ledger,
): RedrawnPages | null {
  const isUnchanged = (record: ArticleRecord) => {
    const old = before.articles[record.ordinal];
    return old === record || (old?.digest === record.digest && old.deleted === record.deleted);
  };
  // What an interrupted publish touched is written in any case.
  const isKnown = (key: string) => (before.documents.get(key)?.digest ?? UNKNOWN_DIGEST) !== UNKNOWN_DIGEST;
  const rewritten = documents.flatMap(({ key, representation }) =>
    representation !== null && isKnown(key) ? { key, kind: representation.metadata.kind } : [],
  );
  if (rewritten.length < FEW) return null;
  const live = next.articles.filter(({ deleted }) => deleted === null);
  const unchanged = live.filter(isUnchanged);
  // Of most publishes that is all there is to say.
  if (rewritten.length <= unchanged.length / 2) return null;
  const stayed = new Set<string>(unchanged.map(({ address }) => address));
  const articles = rewritten.filter(({ key }) => stayed.has(key)).length;
  if (articles < FEW || articles <= unchanged.length / 2) return null;
  const edited = new Set<string>(live.filter((one) => !isUnchanged(one)).map(({ address }) => address));
  return {
    pages: rewritten.filter(({ key, kind }) => kind === "page" && !edited.has(key)).length,
    feeds: rewritten.filter(({ kind }) => kind === "feed" || kind === "archive").length,
  };
}
