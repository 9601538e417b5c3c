import type { DocumentRecord } from "../ledger/ledger.ts";
import { storedBytes } from "../representation/codings.ts";
import { decodeMetadata } from "../representation/decode-metadata.ts";
import type { Store, StoreEntry } from "../store/store.ts";
import { sizeOf } from "../store/store.ts";
import type { Plan } from "./plan.ts";

/** What lies in a bucket. */
export interface BucketTotal {
  readonly files: number;
  readonly bytes: number;
}

/**
 * How many bytes a store holds once a plan is carried out: names, metadata and values, as Workers KV
 * counts them. It lists the store, and reads no value; so of what tells no length, the ledger and states
 * that open later, only what the plan writes counts.
 */
export async function storedTotal(
  store: Store,
  plan: Pick<Plan, "stages" | "ledger" | "delete">,
): Promise<number> {
  const sizes = new Map<string, number>();
  for await (const { key, metadata } of store.list()) {
    const { stored, sealed } = decodeMetadata(metadata) ?? {};
    const value = (stored ? storedBytes(stored) : 0) + (sealed?.tableBytes ?? 0);
    sizes.set(key, namedBytes(key, metadata) + value);
  }
  for (const entry of [...plan.stages, ...plan.ledger].flat()) sizes.set(entry.key, entryBytes(entry));
  for (const key of plan.delete) sizes.delete(key);
  return sizes.values().reduce((sum, size) => sum + size, 0);
}

/** What a bucket holds of documents: the ledger remembers each length. */
export function bucketTotal(documents: Iterable<DocumentRecord>): BucketTotal {
  let files = 0;
  let bytes = 0;
  for (const { inBucket, sizeBytes = 0 } of documents) {
    if (!inBucket) continue;
    files += 1;
    bytes += sizeBytes;
  }
  return { files, bytes };
}

function entryBytes(entry: StoreEntry): number {
  return namedBytes(entry.key, entry.metadata) + sizeOf(entry);
}

function namedBytes(key: string, metadata: unknown): number {
  return Buffer.byteLength(key) + Buffer.byteLength(JSON.stringify(metadata ?? null));
}
