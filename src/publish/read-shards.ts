import { hasTextShards } from "../ledger/decode-ledger.ts";
import type { Head } from "../ledger/stored-form.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { ledgerShardKey } from "../representation/storage-key.ts";
import { inFlight } from "../store/in-flight.ts";
import type { Store } from "../store/store.ts";

/** Values that are read at a time where they have to be read singly. */
const READS_IN_FLIGHT = 8;

/** Reads the shards that a head names; an empty text stands for one that is not there. */
export async function readShards(store: Store, head: Head): Promise<(string | Uint8Array)[]> {
  const keys = head.shards.map((_, index) => ledgerShardKey(index + 1));
  const shards = hasTextShards(head) ? await store.getTexts(keys) : await getOneByOne(store, keys);
  return shards.map((shard) => shard ?? "");
}

/** Reads the shards of a ledger in the older form. */
async function getOneByOne(store: Store, keys: readonly StorageKey[]): Promise<(Uint8Array | null)[]> {
  const values: (Uint8Array | null)[] = [];
  await inFlight(keys.entries(), READS_IN_FLIGHT, async ([index, key]) => {
    values[index] = (await store.get(key))?.value ?? null;
  });
  return values;
}
