import type { BucketObject } from "../store/bucket.ts";
import { inFlight } from "../store/in-flight.ts";
import type { Store, StoreEntry } from "../store/store.ts";
import { StoreError } from "../store/store.ts";

/** Told now and then how many bytes are in the bucket, of all that belong there. */
export type UploadsProgress = (doneBytes: number, totalBytes: number) => void;

/** Files that are sent at a time; a large one is sent in several parts at a time too. */
const FILES_IN_FLIGHT = 2;

/** Puts what entries name into the bucket, before they are written: an answer never names bytes that are not there. */
export async function uploadObjects(
  entries: readonly StoreEntry[],
  { bucket = null }: Pick<Store, "bucket">,
  progress: UploadsProgress,
): Promise<void> {
  const objects = objectsOf(entries);
  if (objects.length === 0) return;
  if (bucket === null) throw new StoreError("no bucket is bound as MEDIA");
  const totalBytes = bytesOf(objects);
  const done = new Map<string, number>();
  const tell = (key: string, bytes: number) => {
    done.set(key, bytes);
    progress(
      done.values().reduce((sum, one) => sum + one, 0),
      totalBytes,
    );
  };
  await inFlight(objects, FILES_IN_FLIGHT, async (object) => {
    await bucket.put(object, (bytes) => tell(object.key, bytes));
    tell(object.key, object.sizeBytes);
  });
}

/** Throws `StoreError`, before anything is written, where the bucket could take nothing. */
export async function readyBucket(
  entries: readonly StoreEntry[],
  { bucket = null }: Pick<Store, "bucket">,
): Promise<void> {
  if (objectsOf(entries).length > 0) await bucket?.ready();
}

/** What belongs into the bucket. */
export function objectsOf(entries: readonly StoreEntry[]): readonly BucketObject[] {
  return entries.flatMap(({ object }) => object ?? []);
}

/** How much that is. */
export function bytesOf(objects: readonly Pick<BucketObject, "sizeBytes">[]): number {
  return objects.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
}
