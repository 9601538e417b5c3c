import type { BucketSource } from "../representation/representation.ts";

/** A file for a bucket. Its name follows from its bytes, so that it never changes. */
export interface BucketObject extends BucketSource {
  readonly key: string;
  /** Media type. */
  readonly type: string;
}

/** Told now and then how many bytes of an object are there. */
export type UploadProgress = (bytes: number) => void;

/** A bucket of files, as publishing needs it (Workers R2). */
export interface Bucket {
  /** Where it is, for people. */
  readonly name: string;
  /** Throws `StoreError`, with what to do, where nothing could be put. */
  ready(): Promise<void>;
  /** Length of what stands under a name; null where nothing does. */
  sizeOf(key: string): Promise<number | null>;
  /**
   * Puts an object, whole or not at all; what an interrupted run left of it is gone on with. One that is
   * there already is not sent again. Throws `StoreError` where other bytes arrived.
   */
  put(object: BucketObject, progress?: UploadProgress): Promise<void>;
  /** What is not there is no fault. */
  delete(keys: readonly string[]): Promise<void>;
}

/** The name of what lies in the bucket for a document. */
export function objectKey(key: string): string {
  return key.replace(/^\//, "");
}
