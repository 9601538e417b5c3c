import type { StoredRange } from "../representation/codings.ts";
import { decodeMetadata } from "../representation/decode-metadata.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { memoize } from "./memoize.ts";
import type { ReadDocument } from "./stored-document.ts";
import { StoreFaultError } from "./stored-document.ts";
import { visibleDocument } from "./visible-document.ts";

/** A reader would rather hear "try again" than wait longer. */
const DEADLINE_MS = 5000;

const decode = memoize((text) => ({ metadata: decodeMetadata(JSON.parse(text)), made: {} }));

/** Reads from Workers KV, as of a second since 1970; bodies that lie in R2 from there. */
export function kvReader(
  documents: KVNamespace,
  nowSeconds: number,
  bucket: R2Bucket | undefined,
): ReadDocument {
  return async (key) => {
    const { value, metadata: stored } = await inTime(documents.getWithMetadata(key, "stream"), key);
    if (value === null) return null;
    const { metadata, made } = decode(JSON.stringify(stored));
    const isPlain = metadata !== null && metadata.from === undefined && metadata.sealed === undefined;
    const open = metadata?.inBucket && openerOf(bucket, key, metadata);
    const found = { body: value, made, ...(open && { open }) };
    if (isPlain) return { ...found, metadata };
    if (metadata !== null) return visibleDocument({ ...found, metadata }, nowSeconds);
    await value.cancel();
    throw new StoreFaultError(`${key} is of another contract`);
  };
}

/** Opens ranges of what lies in the bucket. One breaks the connection rather than send another number of bytes. */
function openerOf(bucket: R2Bucket | undefined, key: StorageKey, { sizeBytes }: RepresentationMetadata) {
  return async (range: StoredRange = { offset: 0, length: sizeBytes }) => {
    const object = bucket && (await inTime(bucket.get(key.slice(1), { range }), key));
    if (object) return object.body.pipeThrough(new FixedLengthStream(range.length));
    throw new StoreFaultError(`${key} is not in MEDIA`);
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
