import type { ArticleRecord } from "./article-record.ts";
import type { ArticleRecords } from "./article-records.ts";

/** Records but those of articles that stay, of which none is read; in their order. */
export function recordsBut(
  records: ArticleRecords,
  stays: (ordinal: number) => boolean,
): readonly ArticleRecord[] {
  const others: ArticleRecord[] = [];
  for (let ordinal = 0; ordinal < records.length; ordinal += 1) {
    const record = stays(ordinal) ? undefined : records.at(ordinal);
    if (record !== undefined) others.push(record);
  }
  return others;
}
