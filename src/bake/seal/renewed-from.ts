import type { EpochSeconds } from "../../article/values.ts";
import type { Identification } from "../../ledger/identification.ts";
import type { ArticleRecord } from "../../ledger/records/article-record.ts";
import { withRecords } from "../../ledger/records/changed-records.ts";
import { ordinalsOf, toldOf } from "../../ledger/records/told-records.ts";

/**
 * What was published after an instant, as published in `edition`: a state that replaces another one too
 * late for every location of the store brings again what that other one may have lacked.
 */
export function renewedFrom(
  identified: Identification,
  since: EpochSeconds,
  edition: EpochSeconds,
): Identification {
  const told = toldOf(identified.records);
  const changed = new Map<number, ArticleRecord>();
  for (const ordinal of ordinalsOf(identified.records)) {
    const at = told.edition(ordinal);
    const record = at > since && at < edition ? identified.records.at(ordinal) : undefined;
    if (record !== undefined) changed.set(ordinal, { ...record, edition });
  }
  const renewed = <T extends { readonly record: ArticleRecord }>(one: T): T => ({
    ...one,
    record: changed.get(one.record.ordinal) ?? one.record,
  });
  return {
    ...identified,
    records: withRecords(identified.records, changed),
    articles: identified.articles.map(renewed),
  };
}
