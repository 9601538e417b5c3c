import type { Site } from "../../article/site.ts";
import type { ContentPath } from "../../article/values.ts";
import type { RememberedFile } from "../../cache/remembered-file.ts";
import type { DocumentKind } from "../../representation/cache-policy.ts";
import type { ItemIndex } from "../../representation/item-index.ts";

/** Files that a thread parses. What they become it writes into a segment of the cache. */
export interface ParseTask {
  readonly kind: "parse";
  readonly root: string;
  readonly site: Site;
  readonly cacheFolder: string;
  readonly paths: readonly ContentPath[];
}

/** Of each file, in the order of the task, where its outcome stands; null where it could not be written down. */
export type ParseResult = readonly (RememberedFile | null)[];

/** Representations that a thread stores: of each its metadata as JSON, then its body, all in `bytes`. */
export interface CompressTask {
  readonly kind: "compress";
  /** Where a file may be begun. */
  readonly folder: string;
  /** In memory that threads share. Whoever gave the task may write into it once it has the result. */
  readonly bytes: Uint8Array<SharedArrayBuffer>;
  readonly parts: readonly PartToCompress[];
}

export interface PartToCompress {
  readonly kind: DocumentKind;
  readonly metadataBytes: number;
  readonly bodyBytes: number;
  readonly items: ItemIndex | undefined;
}

/** Where the representations of a task are, in its order, in the file of that descriptor, which every thread can read. */
export interface CompressResult {
  readonly file: number;
  readonly stretches: readonly SpooledStretch[];
}

/**
 * Metadata in two lines of JSON, what is known of it before a body is compressed and how long its codings are
 * then, and the value behind it.
 */
export interface SpooledStretch {
  readonly at: number;
  readonly metadataBytes: number;
  readonly valueBytes: number;
}

export type Task = ParseTask | CompressTask;

/** What becomes of each kind of task. */
export interface Results {
  readonly parse: ParseResult;
  readonly compress: CompressResult;
}

/**
 * A result, or a fault with what the system says of it, such as `code`: an error loses that on its way
 * out of a thread.
 */
export type TaskOutcome<T> = { readonly result: T } | { readonly fault: Readonly<Record<string, unknown>> };
