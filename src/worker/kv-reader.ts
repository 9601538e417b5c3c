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

/** A value of KV with its metadata in JSON; null where nothing stands there. */
export interface StoredValue {
  readonly value: ReadableStream<Uint8Array> | null;
  readonly text: string;
}

/** Looks a key up in KV, or in what is kept of it. Rejects where that fails. */
export type ReadValue = (key: StorageKey) => Promise<StoredValue>;

/** One read of Workers KV, which keeps what it gave for so many seconds in each location: a minute, or less. */
export async function readKv(documents: KVNamespace, key: StorageKey, cacheTtl = 60): Promise<StoredValue> {
  const { value, metadata } = await documents.getWithMetadata(key, { type: "stream", cacheTtl });
  return { value, text: JSON.stringify(metadata) };
}

/** Reads documents as of a second since 1970; bodies that lie in R2 from there. */
export function kvReader(
  readValue: ReadValue,
  nowSeconds: number,
  bucket: R2Bucket | undefined,
): ReadDocument {
  return async (key) => {
    const { value, text } = await inTime(readValue(key), key);
    if (value === null) return null;
    const { metadata, made } = decode(text);
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
  const bucket = open && { open };
  if (sealed === undefined) return { metadata: present, body, made, ...bucket };
  if (sealed.at > nowSeconds) {
    const shown = { ...present, changesAt: sealed.at };
    return {
      metadata: shown,
      body: streamedPart(body, { offset: 0, length: storedBytes(present.stored) }),
      made: {},
      ...bucket,
    };
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
