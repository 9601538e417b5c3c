import type { EpochSeconds } from "../../article/values.ts";
import type { Identification } from "../../ledger/identification.ts";
import type { ArticleRecord } from "../../ledger/ledger.ts";

/**
 * What was published after an instant, as published in `edition`: a state that replaces another one too
 * late for every location of the store brings again what that other one may have lacked.
 */
export function renewedFrom(
  identified: Identification,
  since: EpochSeconds,
  edition: EpochSeconds,
): Identification {
  const records = identified.records.map((record) =>
    record.edition > since && record.edition < edition ? { ...record, edition } : record,
  );
  const renewed = <T extends { readonly record: ArticleRecord }>(one: T): T => ({
    ...one,
    record: records[one.record.ordinal] ?? one.record,
  });
  return { ...identified, records, articles: identified.articles.map(renewed) };
}
