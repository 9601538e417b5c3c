import { UNKNOWN_DIGEST } from "../ledger/document-digest.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { changedRecords } from "../ledger/records/changed-records.ts";
import { countThere, recordFinder, toldOf } from "../ledger/records/told-records.ts";
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
  // What an interrupted publish touched is written in any case.
  const isKnown = (key: string) => (before.documents.get(key)?.digest ?? UNKNOWN_DIGEST) !== UNKNOWN_DIGEST;
  const rewritten = documents.flatMap(({ key, representation }) =>
    representation !== null && isKnown(key) ? { key, kind: representation.metadata.kind } : [],
  );
  if (rewritten.length < FEW) return null;
  const edited = new Set<string>();
  for (const record of changedRecords(next.articles, before.articles)) {
    const old = before.articles.at(record.ordinal);
    const isUnchanged = old?.digest === record.digest && old.deleted === record.deleted;
    if (record.deleted === null && !isUnchanged) edited.add(record.address);
  }
  const unchanged = countThere(next.articles) - edited.size;
  // Of most publishes that is all there is to say.
  if (rewritten.length <= unchanged / 2) return null;
  const standing = recordFinder(next.articles, "address");
  const { isThere } = toldOf(next.articles);
  const isStanding = (key: string) => !edited.has(key) && standing.all(key).some(isThere);
  const articles = rewritten.filter(({ key }) => isStanding(key)).length;
  if (articles < FEW || articles <= unchanged / 2) return null;
  return {
    pages: rewritten.filter(({ key, kind }) => kind === "page" && !edited.has(key)).length,
    feeds: rewritten.filter(({ kind }) => kind === "feed" || kind === "archive").length,
  };
}
