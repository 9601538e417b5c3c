import { hasTextShards } from "../ledger/decode-ledger.ts";
import type { Head } from "../ledger/stored-form.ts";
import type { ReadShard, ShardText } from "../ledger/unpack-shard.ts";
import { readShard, unpackShard } from "../ledger/unpack-shard.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { ledgerShardKey } from "../representation/storage-key.ts";
import { inFlight } from "../store/in-flight.ts";
import type { Store } from "../store/store.ts";

/** Values that are read at a time where they have to be read singly. */
const READS_IN_FLIGHT = 8;

/** What a machine remembers of the shards that it read, so that it need not fetch them again. */
export interface ShardMemory {
  /** The text with this digest; null where it is not remembered. */
  readonly recall: (digest: string) => string | null;
  readonly keep: (shard: ShardText) => void;
  readonly forgetOthers: (digests: readonly string[]) => void;
}

/** Reads the shards that a head names; null stands for one that is not there, or is none. */
export async function readShards(
  store: Store,
  head: Head,
  memory: ShardMemory | null = null,
): Promise<(ReadShard | null)[]> {
  const keys = head.shards.map((_, index) => ledgerShardKey(index + 1));
  if (!hasTextShards(head)) return (await getOneByOne(store, keys)).map(readPacked);
  const shards = head.shards.map((digest) => recalled(memory, digest));
  const missing = keys.filter((_, index) => shards[index] === null);
  if (missing.length === 0) return shards;
  const fetched = (await store.getTexts(missing)).values();
  for (const [index, digest] of head.shards.entries()) {
    if (shards[index] !== null) continue;
    const text = unpackShard(fetched.next().value ?? "");
    if (text?.digest === digest) memory?.keep(text);
    shards[index] = text && readShard(text);
  }
  memory?.forgetOthers(head.shards);
  return shards;
}

function recalled(memory: ShardMemory | null, digest: string): ReadShard | null {
  const text = memory?.recall(digest) ?? null;
  return text === null ? null : readShard({ digest, text });
}

function readPacked(packed: Uint8Array | null): ReadShard | null {
  const text = packed && unpackShard(packed);
  return text && readShard(text);
}

/** Reads the shards of a ledger in the older form. */
async function getOneByOne(store: Store, keys: readonly StorageKey[]): Promise<(Uint8Array | null)[]> {
  const values: (Uint8Array | null)[] = [];
  await inFlight(keys.entries(), READS_IN_FLIGHT, async ([index, key]) => {
    values[index] = (await store.get(key))?.value ?? null;
  });
  return values;
}
