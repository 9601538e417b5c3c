import type { Ledger } from "../ledger/ledger.ts";
import { encodeHead, encodeShards } from "../ledger/stored/encode-ledger.ts";
import type { LedgerOrigin, StoredLedger } from "../ledger/stored/stored-form.ts";
import { LEDGER_KEY, ledgerShardKey } from "../representation/storage-key.ts";
import type { StoreEntry } from "../store/store.ts";

/** The shards of a changed ledger that differ from those in the store, and the digests of all. */
export interface ShardEntries {
  readonly shards: readonly StoreEntry[];
  readonly shardDigests: readonly string[];
}

/** What a changed ledger writes: first the shards that differ, then the head that names them. */
export interface LedgerEntries extends ShardEntries {
  readonly head: StoreEntry;
}

/** Packs a ledger for a store that has `stored`; no `origin` where no publish writes it. */
export function ledgerEntries(ledger: Ledger, stored: StoredLedger, origin?: LedgerOrigin): LedgerEntries {
  const entries = shardEntries(ledger, stored);
  return { ...entries, head: headEntry(ledger, entries.shardDigests, origin) };
}

/** Packs the shards of a ledger for a store that has `stored`, of which no document but those `touched` is another. */
export function shardEntries(
  ledger: Ledger,
  stored: StoredLedger,
  touched?: ReadonlySet<string>,
): ShardEntries {
  const { shards, shardDigests } = encodeShards(ledger, stored, touched);
  return {
    shards: shards.map(({ number, text }) => ({
      key: ledgerShardKey(number),
      value: Buffer.from(text),
      metadata: null,
    })),
    shardDigests,
  };
}

/** Packs the head of a ledger whose shards have these digests, with documents that stand in none of them. */
export function headEntry(
  ledger: Ledger,
  shardDigests: readonly string[],
  origin?: LedgerOrigin,
  others?: Iterable<string>,
): StoreEntry {
  return {
    key: LEDGER_KEY,
    value: encodeHead(ledger, shardDigests, origin, others),
    metadata: { edition: ledger.edition, ...(origin && { publish: origin.publish }) },
  };
}
