import type { EncodedLedger } from "../ledger/codec.ts";
import { decodeHead, decodeLedger, encodeLedger } from "../ledger/codec.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { EMPTY_LEDGER } from "../ledger/ledger.ts";
import { LEDGER_KEY, ledgerShardKey } from "../representation/storage-key.ts";
import type { Store, StoreEntry } from "../store/store.ts";

/** A ledger as it lies in a store, with the digests of its parts there. */
export interface StoredLedger {
  readonly ledger: Ledger;
  readonly shardDigests: readonly string[];
}

/** Reads the ledger; a store without one gives the empty ledger. Throws `LedgerFormatError`. */
export async function readLedger(store: Store): Promise<StoredLedger> {
  const stored = await store.get(LEDGER_KEY);
  if (stored === null) return { ledger: EMPTY_LEDGER, shardDigests: [] };
  const head = decodeHead(stored.value);
  const shards = await Promise.all(head.shards.map((_, index) => store.get(ledgerShardKey(index + 1))));
  const ledger = decodeLedger(
    head,
    shards.map((shard) => shard?.value ?? new Uint8Array()),
  );
  return { ledger, shardDigests: head.shards };
}

/** The entries that a changed ledger writes: shards that differ, then the head. */
export function ledgerEntries(ledger: Ledger, storedDigests: readonly string[]): StoreEntry[] {
  const encoded: EncodedLedger = encodeLedger(ledger);
  const shards = encoded.shards.map((value, index) => ({
    key: ledgerShardKey(index + 1),
    value,
    metadata: null,
  }));
  const changed = shards.filter((_, index) => encoded.shardDigests[index] !== storedDigests[index]);
  return [...changed, { key: LEDGER_KEY, value: encoded.head, metadata: null }];
}
