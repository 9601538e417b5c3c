import { TextTable } from "../article/text-table.ts";
import type { ArticleRecord } from "./article-record.ts";
import type { ArticleRecords, RecordsTold } from "./article-records.ts";
import { UnreadRecords } from "./unread-records.ts";

/** What is told of records: without reading them, where they are not read yet. */
export function toldOf(records: ArticleRecords): RecordsTold {
  if (records instanceof UnreadRecords) return records.told;
  return {
    id: (ordinal) => records.at(ordinal)?.id ?? "",
    address: (ordinal) => records.at(ordinal)?.address ?? "",
    published: (ordinal) => records.at(ordinal)?.published ?? 0,
    edition: (ordinal) => records.at(ordinal)?.edition ?? 0,
    joined: (ordinal) => records.at(ordinal)?.joined,
    beside: (ordinal) => records.at(ordinal)?.beside,
    isThere: (ordinal) => records.at(ordinal)?.deleted === null,
  };
}

/** Those of which there is more to say than what is told of all, in their order, and perhaps others. */
export function markedIn(records: ArticleRecords): Iterable<ArticleRecord> {
  return records instanceof UnreadRecords ? records.marked : records;
}

/** All ordinals of records, in order. */
export function ordinalsOf({ length }: ArticleRecords): Int32Array {
  return Int32Array.from({ length }, (_, ordinal) => ordinal);
}

/** Finds ordinals by the ids, or the addresses, of records; of several with one address those of `ordinals` that come first. */
export function recordTable(
  records: ArticleRecords,
  by: "id" | "address",
  ordinals: Int32Array = ordinalsOf(records),
): TextTable {
  const told = toldOf(records);
  return new TextTable(ordinals, told[by], told.sums?.[by]);
}

/** How many articles are in the site. */
export function countThere(records: ArticleRecords): number {
  let gone = 0;
  for (const { deleted } of markedIn(records)) if (deleted !== null) gone += 1;
  return records.length - gone;
}
