import { TextTable } from "../../article/text-table.ts";
import type { ArticleRecord } from "./article-record.ts";
import type { ArticleRecords, RecordFinder, RecordsTold } from "./article-records.ts";
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
    hasBeside: (ordinal) => records.at(ordinal)?.beside !== undefined,
    isBesideAll: (ordinal, isIt) => records.at(ordinal)?.beside?.every(isIt) ?? true,
    isThere: (ordinal) => records.at(ordinal)?.deleted === null,
  };
}

/** Those of which there is more to say than what is told of all, in their order, and perhaps others. */
export function markedIn(records: ArticleRecords): Iterable<ArticleRecord> {
  return records instanceof UnreadRecords ? records.marked : records;
}

/** All ordinals of records, in order. */
export function ordinalsOf({ length }: Pick<ArticleRecords, "length">): Int32Array {
  const ordinals = new Int32Array(length);
  for (let ordinal = 0; ordinal < length; ordinal += 1) ordinals[ordinal] = ordinal;
  return ordinals;
}

/** Finds the ordinals of records by their ids, or by the addresses at which articles stand. */
export function recordFinder(records: ArticleRecords, by: "id" | "address"): RecordFinder {
  if (records instanceof UnreadRecords) return records.finder(by);
  return new TextTable(ordinalsOf(records), toldOf(records)[by]);
}

/** How many articles are in the site. */
export function countThere(records: ArticleRecords): number {
  let gone = 0;
  for (const { deleted } of markedIn(records)) if (deleted !== null) gone += 1;
  return records.length - gone;
}
