import type { EpochSeconds } from "../article/values.ts";
import type { DocumentRecord, Ledger } from "./ledger.ts";
import type { ArticleRecord } from "./records/article-record.ts";

/**
 * A ledger that a clock ahead of time wrote, as of `now`: no instant in it is later. `stale` are the keys
 * of the documents that name such an instant, which the next bake has to write anew.
 */
export function setClockBack(
  ledger: Ledger,
  now: EpochSeconds,
): { readonly ledger: Ledger; readonly stale: readonly string[] } {
  const atMost = (instant: EpochSeconds) => Math.min(instant, now);
  const stale: string[] = [];
  const documents = new Map<string, DocumentRecord>();
  for (const [key, record] of ledger.documents) {
    if (record.edition > now) stale.push(key);
    documents.set(key, { ...record, edition: atMost(record.edition) });
  }
  const articles = Array.from(
    ledger.articles,
    (record): ArticleRecord => ({
      ...record,
      first: atMost(record.first),
      published: atMost(record.published),
      updated: atMost(record.updated),
      edition: atMost(record.edition),
      deleted: record.deleted === null ? null : atMost(record.deleted),
    }),
  );
  // What opens later is sealed anew.
  const { sealed = [], ...rest } = ledger;
  for (const change of sealed) for (const [key] of change.documents) stale.push(key);
  return { ledger: { ...rest, edition: atMost(ledger.edition), articles, documents }, stale };
}
