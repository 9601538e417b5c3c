import type { ArchiveWindow, Windows } from "../article/windows.ts";
import type { ArticleRecord } from "./ledger.ts";

/**
 * Spreads the ordinals of a site over its windows of `size` (RFC 5005 §4). A window is a range of
 * ordinals, so it never depends on dates; one that is complete is archived as soon as the next one
 * is complete too. Until then the subscription document holds it: `size` to 2 × `size` - 1 articles.
 * What is gone leaves a gap and moves nothing.
 */
export function windowsOf(records: readonly ArticleRecord[], size: number): Windows<number> {
  const archived = Math.max(0, Math.floor(records.length / size) - 1);
  const archives = Array.from(
    { length: archived },
    (_, index): ArchiveWindow<number> => ({
      number: index + 1,
      articles: liveBetween(records, index * size, (index + 1) * size),
      previous: index === 0 ? null : index,
      next: index + 1 === archived ? null : index + 2,
    }),
  );
  const corrected = liveBetween(records, 0, archived * size).filter((ordinal) =>
    isBack(records[ordinal], records.length, size),
  );
  return {
    subscription: [...corrected, ...liveBetween(records, archived * size, records.length)],
    previous: archived === 0 ? null : archived,
    archives,
  };
}

/** A corrected article is news again until `size` newer ones have come. */
function isBack(record: ArticleRecord | undefined, count: number, size: number): boolean {
  const correction = record?.correction ?? null;
  return correction !== null && count < correction.before + size;
}

function liveBetween(records: readonly ArticleRecord[], from: number, to: number): number[] {
  return records.slice(from, to).flatMap(({ ordinal, deleted }) => (deleted === null ? [ordinal] : []));
}
