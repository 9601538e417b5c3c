import type { Site } from "../../article/site.ts";
import type { ContentPath } from "../../article/values.ts";
import type { RememberedFile } from "../../folder/build-cache/manifest.ts";
import type { DocumentKind } from "../../representation/cache-policy.ts";
import type { StoredLengths } from "../../representation/codings.ts";
import type { ItemIndex } from "../../representation/item-index.ts";

/** Files that a thread parses. What they become it writes into a segment of the cache. */
export interface ParseTask {
  readonly kind: "parse";
  readonly root: string;
  readonly site: Site;
  readonly cacheFolder: string;
  readonly paths: readonly ContentPath[];
}

/** Where each file's outcome stands; null where it could not be read or could not be written down. */
export type ParseResult = readonly (readonly [ContentPath, RememberedFile | null])[];

/** Bodies that a thread compresses, one behind the other in `bytes`. */
export interface CompressTask {
  readonly kind: "compress";
  /** Where a file may be begun. */
  readonly folder: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly bodies: readonly BodyToCompress[];
}

export interface BodyToCompress {
  readonly kind: DocumentKind;
  readonly sizeBytes: number;
  readonly index: ItemIndex | undefined;
}

/** Values of a task, in its order, in the file of that descriptor, which every thread can read. */
export interface CompressResult {
  readonly file: number;
  readonly values: readonly SpooledValue[];
}

export interface SpooledValue {
  readonly at: number;
  readonly stored: StoredLengths;
}

export type Task = ParseTask | CompressTask;

/** What becomes of each kind of task. */
export interface Results {
  readonly parse: ParseResult;
  readonly compress: CompressResult;
}
