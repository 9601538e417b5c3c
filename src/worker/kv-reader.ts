import type { StoredRange } from "../representation/codings.ts";
import { storedBytes } from "../representation/codings.ts";
import { decodeMetadata } from "../representation/decode-metadata.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import { stateAt } from "../representation/sealed-states.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { streamedPart } from "./bodies.ts";
import { memoize } from "./memoize.ts";
import type { ReadDocument, StoredDocument } from "./stored-document.ts";
import { StoreFaultError } from "./stored-document.ts";

/** A reader would rather hear "try again" than wait longer. */
const DEADLINE_MS = 5000;

/** Metadata of a value, and the fields of answers that were made from equal ones. */
export const decode = memoize((text) => ({ metadata: decodeMetadata(JSON.parse(text)), made: {} }));

/** A value with its metadata, as Workers KV gives them; null where nothing stands there. */
export interface KvValue {
  readonly value: ReadableStream<Uint8Array> | null;
  readonly metadata: unknown;
}

/** Looks a key up in KV, or in what is kept of it. Rejects where that fails. */
export type ReadValue = (key: StorageKey) => Promise<KvValue>;

/** Reads documents as of a second since 1970; bodies that lie in R2 from there. */
export function kvReader(
  readValue: ReadValue,
  nowSeconds: number,
  bucket: R2Bucket | undefined,
): ReadDocument {
  return async (key) => {
    const { value, metadata: stored } = await inTime(readValue(key), key);
    if (value === null) return null;
    const { metadata, made } = decode(JSON.stringify(stored));
    if (metadata === null) {
      await value.cancel();
      throw new StoreFaultError(`${key} is of another contract`);
    }
    const open = metadata.inBucket && openerOf(bucket, key, metadata);
    const found = { metadata, body: value, made, open };
    const isPlain = metadata.from === undefined && metadata.sealed === undefined;
    return isPlain ? found : visibleDocument(found, nowSeconds);
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

/**
 * A document as it is at an instant: before it is released it is not there at all, and a state whose
 * instant has passed stands in the place of the one before. Nothing tells of what is still sealed but
 * the end of its cache life. `nowSeconds` is seconds since 1970. Throws a RangeError where the value cannot be read.
 */
async function visibleDocument(
  { metadata, body, made, open }: StoredDocument,
  nowSeconds: number,
): Promise<StoredDocument | null> {
  const { from = 0, sealed, ...present } = metadata;
  if (from > nowSeconds) {
    await body.cancel();
    return null;
  }
  if (sealed === undefined) return { metadata: present, body, made, open };
  if (sealed.at > nowSeconds) {
    const shown = { ...present, changesAt: sealed.at };
    const { stored } = present;
    // What is stored as it is may be far larger than memory.
    const hasMore = stored.identity === 0;
    const cut = hasMore ? body : streamedPart(body, { offset: 0, length: storedBytes(stored) });
    return { metadata: shown, body: cut, hasMore, made: {}, open };
  }
  const shown = stateAt(new Uint8Array(await new Response(body).arrayBuffer()), metadata, nowSeconds);
  if (shown === null) return null;
  const { changesAt } = shown;
  return {
    metadata: { ...shown.metadata, ...(changesAt !== null && { changesAt }) },
    body: new Blob([shown.value]).stream(),
    made: {},
  };
}
