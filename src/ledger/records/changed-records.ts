import type { ArticleRecord } from "./article-record.ts";
import type { ArticleRecords } from "./article-records.ts";
import { UnreadRecords } from "./unread-records.ts";

/** The same records but for some, and those that are added behind them; the same object where none is another. */
export function withRecords(
  records: ArticleRecords,
  changed: ReadonlyMap<number, ArticleRecord>,
): ArticleRecords {
  const others = [...changed].filter(([ordinal, record]) => record !== records.at(ordinal));
  if (others.length === 0) return records;
  if (records instanceof UnreadRecords) return records.with(others);
  const next = [...records];
  for (const [ordinal, record] of others) next[ordinal] = record;
  return next;
}

/** The ordinals at which records are others than they were before, in order. */
export function changedOrdinals(records: ArticleRecords, before: ArticleRecords): Iterable<number> {
  if (records === before) return [];
  const known = records instanceof UnreadRecords ? records.othersThan(before) : null;
  return known ?? differing(records, before);
}

/** Records that are others than they were before, in their order. */
export function changedRecords(records: ArticleRecords, before: ArticleRecords): readonly ArticleRecord[] {
  return Array.from(changedOrdinals(records, before)).flatMap((ordinal) => records.at(ordinal) ?? []);
}

function* differing(records: ArticleRecords, before: ArticleRecords): Generator<number> {
  const count = Math.max(records.length, before.length);
  for (let ordinal = 0; ordinal < count; ordinal += 1) {
    if (records.at(ordinal) !== before.at(ordinal)) yield ordinal;
  }
}
