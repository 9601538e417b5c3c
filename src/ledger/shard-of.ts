import type { ArticleRecord } from "./article-record.ts";
import type { ArticleRecords } from "./article-records.ts";
import { SHARD_SIZE } from "./shard-size.ts";

/** The shard, from 0, in which the record with an ordinal stands. */
export function shardOf(ordinal: number): number {
  return Math.floor(ordinal / SHARD_SIZE);
}

/** The ordinals of so many records. */
export function ordinalsTo(count: number): Int32Array {
  const ordinals = new Int32Array(count);
  for (let ordinal = 0; ordinal < count; ordinal += 1) ordinals[ordinal] = ordinal;
  return ordinals;
}

/** The records of a shard. */
export function recordsOfShard(records: ArticleRecords, shard: number): readonly ArticleRecord[] {
  const start = shard * SHARD_SIZE;
  return Array.from({ length: SHARD_SIZE }, (_, at) => records.at(start + at)).filter(
    (one) => one !== undefined,
  );
}

/** The keys of an article's documents, which stand in its shard. */
export function keysOf({ address, earlier }: ArticleRecord): readonly string[] {
  return [address, ...earlier];
}
