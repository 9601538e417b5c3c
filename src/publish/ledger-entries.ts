import type { LedgerOrigin, StoredLedger } from "../ledger/codec.ts";
import { encodeLedger } from "../ledger/codec.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { LEDGER_KEY, ledgerShardKey } from "../representation/storage-key.ts";
import type { StoreEntry } from "../store/store.ts";

/** What a changed ledger writes: first the shards that differ, then the head that names them. */
export interface LedgerEntries {
  readonly shards: readonly StoreEntry[];
  readonly head: StoreEntry;
  readonly shardDigests: readonly string[];
}

/** Packs a ledger for a store that has `stored`; no `origin` where no publish writes it. */
export function ledgerEntries(ledger: Ledger, stored: StoredLedger, origin?: LedgerOrigin): LedgerEntries {
  const { head, shards, shardDigests } = encodeLedger(ledger, stored, origin);
  return {
    shards: shards.map(({ number, text }) => ({
      key: ledgerShardKey(number),
      value: Buffer.from(text),
      metadata: null,
    })),
    head: {
      key: LEDGER_KEY,
      value: head,
      metadata: { edition: ledger.edition, ...(origin && { publish: origin.publish }) },
    },
    shardDigests,
  };
}
