import type { RepresentationMetadata } from "../representation/representation.ts";
import { decodeMetadata } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";

/** What stands under a key. The body must be read or cancelled. */
export interface StoredDocument {
  readonly metadata: RepresentationMetadata;
  readonly body: ReadableStream<Uint8Array>;
}

/** Looks a key up; null where nothing stands there. Throws `StoreFaultError`. */
export type ReadDocument = (key: StorageKey) => Promise<StoredDocument | null>;

/** The store failed, is too slow, or holds what this worker cannot read. */
export class StoreFaultError extends Error {
  override readonly name = "StoreFaultError";
}

/** A reader would rather hear "try again" than wait longer. */
const DEADLINE_MS = 5000;

/** Reads from Workers KV. */
export function kvReader(documents: KVNamespace): ReadDocument {
  return async (key) => {
    const { value, metadata: stored } = await inTime(documents.getWithMetadata(key, "stream"), key);
    if (value === null) return null;
    const metadata = decodeMetadata(stored);
    if (metadata !== null) return { metadata, body: value };
    await value.cancel();
    throw new StoreFaultError(`${key} is of another contract`);
  };
}

async function inTime<T>(reading: Promise<T>, key: StorageKey): Promise<T> {
  const deadline = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    deadline.reject(new StoreFaultError(`the store did not answer for ${key}`));
  }, DEADLINE_MS);
  try {
    return await Promise.race([reading, deadline.promise]);
  } catch (cause) {
    if (cause instanceof StoreFaultError) throw cause;
    throw new StoreFaultError(`the store failed for ${key}`, { cause });
  } finally {
    clearTimeout(timer);
  }
}
