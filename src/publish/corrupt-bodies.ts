import { decodeMetadata } from "../representation/decode-metadata.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { objectKey } from "../store/bucket.ts";
import { inFlight } from "../store/in-flight.ts";
import type { Store } from "../store/store.ts";
import { isSoundBody } from "./sound-body.ts";

/** Values that are read at a time. */
const READS_IN_FLIGHT = 8;

/**
 * Reads documents and gives the keys of those that are not what their metadata say, in the order of
 * `keys`. `progress` is told how many are read.
 */
export async function corruptBodies(
  keys: readonly StorageKey[],
  store: Store,
  progress: (done: number) => void,
): Promise<readonly StorageKey[]> {
  const corrupt = new Set<StorageKey>();
  let done = 0;
  await inFlight(keys, READS_IN_FLIGHT, async (key) => {
    const stored = await store.get(key);
    const metadata = decodeMetadata(stored?.metadata);
    if (stored === null || metadata === null || !isSoundBody(metadata, stored.value)) corrupt.add(key);
    else if (metadata.inBucket && (await store.bucket?.sizeOf(objectKey(key))) !== metadata.sizeBytes)
      corrupt.add(key);
    done += 1;
    progress(done);
  });
  return keys.filter((key) => corrupt.has(key));
}
