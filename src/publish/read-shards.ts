import { hasTextShards } from "../ledger/stored/decode-ledger.ts";
import { decodeSummary, encodeSummary, summaryOf } from "../ledger/stored/shard-summary.ts";
import type { Head, Shard } from "../ledger/stored/stored-form.ts";
import type { UnreadShard } from "../ledger/stored/stored-shards.ts";
import type { ReadShard, ShardText } from "../ledger/stored/unpack-shard.ts";
import { readShard, unpackShard } from "../ledger/stored/unpack-shard.ts";
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
  /** Its summary, as it was kept. */
  readonly recallSummary: (digest: string) => Buffer | null;
  readonly keep: (shard: ShardText) => void;
  readonly keepSummary: (digest: string, summary: Buffer) => void;
  readonly forgetOthers: (digests: readonly string[]) => void;
}

/** A shard that was remembered is not any more. */
export class ShardLostError extends Error {
  override readonly name = "ShardLostError";
}

/**
 * Reads the shards that a head names; null stands for one that is not there, or is none. What is remembered of
 * them is read when it is asked for.
 */
export async function readShards(
  store: Store,
  head: Head,
  memory: ShardMemory | null = null,
): Promise<(ReadShard | UnreadShard | null)[]> {
  const keys = head.shards.map((_, index) => ledgerShardKey(index + 1));
  if (!hasTextShards(head)) return (await getOneByOne(store, keys)).map(readPacked);
  const shards: (ReadShard | UnreadShard | null)[] = head.shards.map(
    (digest) => memory && recalled(memory, digest),
  );
  const missing = keys.filter((_, index) => shards[index] === null);
  if (missing.length === 0) return shards;
  const fetched = (await store.getTexts(missing)).values();
  for (const [index, digest] of head.shards.entries()) {
    if (shards[index] !== null) continue;
    const text = unpackShard(fetched.next().value ?? "");
    if (text?.digest === digest) memory?.keep(text);
    const read = text && readShard(text);
    shards[index] =
      memory && read?.shard && read.digest === digest ? summarized(memory, digest, read.shard) : read;
  }
  memory?.forgetOthers(head.shards);
  return shards;
}

/** A shard by what is told of it without reading it; read at once where nothing is. */
function recalled(memory: ShardMemory, digest: string): ReadShard | UnreadShard | null {
  const summary = memory.recallSummary(digest);
  if (summary !== null) {
    return { digest, summary: decodeSummary(summary), read: () => mustRemember(memory, digest) };
  }
  const shard = remembered(memory, digest);
  return shard && summarized(memory, digest, shard);
}

function remembered(memory: ShardMemory, digest: string): Shard | null {
  const text = memory.recall(digest);
  return text === null ? null : readShard({ digest, text }).shard;
}

function mustRemember(memory: ShardMemory, digest: string): Shard {
  const shard = remembered(memory, digest);
  if (shard === null) throw new ShardLostError(`what was remembered of the ledger's part ${digest} is gone`);
  return shard;
}

function summarized(memory: ShardMemory, digest: string, shard: Shard): ReadShard | UnreadShard {
  const summary = summaryOf(shard);
  if (summary === null) return { digest, shard };
  memory.keepSummary(digest, encodeSummary(summary));
  return { digest, summary, read: () => shard };
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
