import type { Ledger } from "../ledger.ts";
import { keysOf } from "../records/article-record.ts";
import { changedOrdinals } from "../records/changed-records.ts";
import { ordinalsByAddress } from "../records/ordinals-by-address.ts";
import { recordsOfShard, shardOf } from "./shard-of.ts";
import type { StoredLedger } from "./stored-form.ts";

/**
 * Tells the shards of a ledger, from 0, that may be others than those that are stored: a record in them is,
 * or a document at an address of theirs. `touched` are all documents that may be others, where somebody
 * knows that.
 */
export function touchedShards(
  { articles, documents }: Ledger,
  { ledger: before }: Pick<StoredLedger, "ledger">,
  touched?: ReadonlySet<string>,
): (shard: number) => boolean {
  const changed = new Set(Array.from(changedOrdinals(articles, before.articles), shardOf));
  if (touched === undefined) {
    const isOther = (key: string) => documents.get(key) !== before.documents.get(key);
    return (shard) =>
      changed.has(shard) || recordsOfShard(articles, shard).some((record) => keysOf(record).some(isOther));
  }
  const ordinals = ordinalsByAddress(articles);
  for (const key of touched) for (const ordinal of ordinals.at(key)) changed.add(shardOf(ordinal));
  return (shard) => changed.has(shard);
}
