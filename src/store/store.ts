import type { StorageKey } from "../representation/storage-key.ts";
import type { Bucket, BucketObject } from "./bucket.ts";

/** A value with what is kept beside it. Metadata is plain JSON, or null. */
export interface StoredValue {
  readonly value: Uint8Array;
  readonly metadata: unknown;
}

/** A pair to be written. */
export interface StoreEntry extends StoredValue {
  readonly key: StorageKey;
  /** Length of the value, where it is known without reading the value. */
  readonly sizeBytes?: number;
  /**
   * Neighbours in a list that name the same stage do not depend on each other: a store may write
   * them in any order. Without it the order is kept.
   */
  readonly stage?: string;
  /** What goes into the bucket before this is written. */
  readonly object?: BucketObject | undefined;
}

/** The length of an entry's value in bytes. */
export function sizeOf(entry: StoreEntry): number {
  return entry.sizeBytes ?? entry.value.byteLength;
}

/** What a listing tells of a key. */
export interface ListedKey {
  readonly key: string;
  readonly metadata: unknown;
}

/** Told now and then how many pairs are written or deleted. */
export type StoreProgress = (done: number) => void;

/**
 * A key-value namespace, as publishing needs it. Reads may be older than the last write. `put` and
 * `delete` finish in the order given, as far as batches go; a fault leaves a beginning of them done.
 */
export interface Store {
  /** Where it is, for people. */
  readonly name: string;
  get(key: StorageKey): Promise<StoredValue | null>;
  /** Values that were put as text in UTF-8, many at a time, in the order of their keys; null for what is not there. */
  getTexts(keys: readonly StorageKey[]): Promise<(string | null)[]>;
  put(entries: readonly StoreEntry[], progress?: StoreProgress): Promise<void>;
  delete(keys: readonly StorageKey[], progress?: StoreProgress): Promise<void>;
  /** Every key that begins with `prefix`, in the order of the bytes of their names. */
  list(prefix?: string): AsyncIterable<ListedKey>;
  /** Where files lie that are too large for it; null where nothing is bound. */
  readonly bucket?: Bucket | null;
  close(): Promise<void>;
}

/** A store that cannot be opened, read or written. */
export class StoreError extends Error {
  override readonly name = "StoreError";
}
