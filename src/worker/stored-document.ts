import type { RepresentationMetadata } from "../representation/representation.ts";
import { decodeMetadata } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { memoize } from "./memoize.ts";

/** What stands under a key. The body must be read or cancelled. */
export interface StoredDocument {
  readonly metadata: RepresentationMetadata;
  readonly body: ReadableStream<Uint8Array>;
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

/** Reads from Workers KV. */
export function kvReader(documents: KVNamespace): ReadDocument {
  return async (key) => {
    const { value, metadata: stored } = await inTime(documents.getWithMetadata(key, "stream"), key);
    if (value === null) return null;
    const { metadata, made } = decode(JSON.stringify(stored));
    if (metadata !== null) return { metadata, body: value, made };
    await value.cancel();
    throw new StoreFaultError(`${key} is of another contract`);
  };
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
