import type { Tombstone } from "../article/tombstone.ts";
import type { ArticleRecord } from "./records/article-record.ts";
import type { ArticleRecords } from "./records/article-records.ts";
import { markedIn } from "./records/told-records.ts";

/**
 * The newest `count` deletions, newest first. By count, never by age: nothing depends on the clock. A
 * standing page leaves none: a tombstone is for what a feed has named (RFC 6721 §1).
 */
export function tombstonesOf(records: ArticleRecords, count: number): Tombstone[] {
  const deletions: (Tombstone & Pick<ArticleRecord, "ordinal">)[] = [];
  for (const { id, address, deleted, ordinal, page } of markedIn(records)) {
    if (deleted !== null && !page) deletions.push({ id, address, deleted, ordinal });
  }
  return deletions
    .sort((a, b) => b.deleted - a.deleted || b.ordinal - a.ordinal)
    .slice(0, count)
    .map(({ id, address, deleted }) => ({ id, address, deleted }));
}
