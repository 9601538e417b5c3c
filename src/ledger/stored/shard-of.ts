import type { ArticleRecord } from "../records/article-record.ts";
import type { ArticleRecords } from "../records/article-records.ts";
import { SHARD_SIZE } from "./shard-size.ts";

/** The shard, from 0, in which the record with an ordinal stands. */
export function shardOf(ordinal: number): number {
  return Math.floor(ordinal / SHARD_SIZE);
}

/** The records of a shard. */
export function recordsOfShard(records: ArticleRecords, shard: number): readonly ArticleRecord[] {
  const start = shard * SHARD_SIZE;
  return Array.from({ length: SHARD_SIZE }, (_, at) => records.at(start + at)).filter(
    (one) => one !== undefined,
  );
}
