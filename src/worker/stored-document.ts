import type { StoredRange } from "../representation/codings.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import { decodeMetadata } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { memoize } from "./memoize.ts";

/** What stands under a key. The body must be read or cancelled. */
export interface StoredDocument {
  readonly metadata: RepresentationMetadata;
  readonly body: ReadableStream<Uint8Array>;
  /** Opens a body that lies in the bucket, or a range of it; absent where it is the value. */
  readonly open?: (range: StoredRange | null) => Promise<ReadableStream<Uint8Array>>;
  /** Fields of answers that were made from equal metadata, for `headersOnce`. */
  readonly made: Record<string, Headers>;
}

/** Looks a key up; null where nothing stands there. Throws `StoreFaultError`. */
export type ReadDocument = (key: StorageKey) => Promise<StoredDocument | null>;

/** The store failed, is too slow, or holds what this worker cannot read. */
export class StoreFaultError extends Error {
  override readonly name = "StoreFaultError";
}

/** A reader would rather hear "try again" than wait longer. */
const DEADLINE_MS = 5000;

const decode = memoize((text) => ({ metadata: decodeMetadata(JSON.parse(text)), made: {} }));

/** Reads from Workers KV, and bodies that lie in R2 from there. */
export function kvReader(documents: KVNamespace, bucket: R2Bucket | undefined): ReadDocument {
  return async (key) => {
    const { value, metadata: stored } = await inTime(documents.getWithMetadata(key, "stream"), key);
    if (value === null) return null;
    const { metadata, made } = decode(JSON.stringify(stored));
    if (metadata !== null) {
      const whole = { offset: 0, length: metadata.sizeBytes };
      const open = (range: StoredRange | null) => openObject(bucket, key, range ?? whole);
      return { metadata, body: value, made, ...(metadata.inBucket && { open }) };
    }
    await value.cancel();
    throw new StoreFaultError(`${key} is of another contract`);
  };
}

/** Opens a range of what lies in the bucket. It breaks the connection rather than send another number of bytes. */
async function openObject(
  bucket: R2Bucket | undefined,
  key: StorageKey,
  range: StoredRange,
): Promise<ReadableStream<Uint8Array>> {
  const object = bucket && (await inTime(bucket.get(key.slice(1), { range }), key));
  if (object) return object.body.pipeThrough(new FixedLengthStream(range.length));
  throw new StoreFaultError(`${key} is not in the bucket${bucket ? "" : ", since none is bound as MEDIA"}`);
}

/** Rejects with a `StoreFaultError` where the store fails, or takes too long. */
function inTime<T>(reading: Promise<T>, key: StorageKey): Promise<T> {
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown) => reject(new StoreFaultError(`the store failed for ${key}`, { cause }));
    const timer = setTimeout(fail, DEADLINE_MS, "late");
    reading.then((found) => {
      clearTimeout(timer);
      resolve(found);
    }, fail);
  });
}

/** Writes one structured line for the operator's logs: what failed, for which path, and why. No stack. */
export function logFault(fault: unknown, pathname: string): void {
  const { name, message, cause } = fault instanceof Error ? fault : new Error(String(fault));
  console.error(
    JSON.stringify({
      level: "error",
      name,
      message,
      because: cause && `${cause}`,
      path: pathname.slice(0, 600),
    }),
  );
}
