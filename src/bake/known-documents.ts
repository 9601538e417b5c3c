import type { BakedDocument } from "./document.ts";

/** What an earlier bake found: that a document made from this has that digest, which tells its edition too. */
export interface KnownDocument {
  readonly madeFrom: string;
  readonly digest: string;
  /** Of a page that shows its article and others alone: that, as `keptPages` tells it. */
  readonly shown?: string;
}

/** Documents as a later bake knows them, by storage key; those that nothing tells all of are left out. */
export function knownDocuments(documents: readonly BakedDocument[]): ReadonlyMap<string, KnownDocument> {
  const known = new Map<string, KnownDocument>();
  for (const { key, madeFrom, record, shown } of documents) {
    if (madeFrom === null) continue;
    known.set(key, { madeFrom, digest: record.digest, ...(shown && { shown }) });
  }
  return known;
}
