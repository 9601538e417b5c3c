import type { StoredLedger } from "../ledger/codec.ts";
import { decodeHead, decodeLedger, encodeLedger, NOTHING_STORED } from "../ledger/codec.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { LEDGER_KEY, ledgerShardKey } from "../representation/storage-key.ts";
import type { Store, StoreEntry } from "../store/store.ts";

/** Reads the ledger; a store without one gives the empty ledger. Throws `LedgerFormatError`. */
export async function readLedger(store: Store): Promise<StoredLedger> {
  const stored = await store.get(LEDGER_KEY);
  if (stored === null) return NOTHING_STORED;
  const head = decodeHead(stored.value);
  const shards = await Promise.all(head.shards.map((_, index) => store.get(ledgerShardKey(index + 1))));
  return decodeLedger(
    head,
    shards.map((shard) => shard?.value ?? new Uint8Array()),
  );
}

/** The entries that a changed ledger writes: shards that differ, then the head. */
export function ledgerEntries(ledger: Ledger, stored: StoredLedger): StoreEntry[] {
  const { head, shards } = encodeLedger(ledger, stored);
  return [
    ...shards.map(({ number, value }) => ({ key: ledgerShardKey(number), value, metadata: null })),
    { key: LEDGER_KEY, value: head, metadata: { edition: ledger.edition } },
  ];
}
