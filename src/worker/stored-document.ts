import type { StoredRange } from "../representation/codings.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";

/** What a document is now, and when it becomes something else by itself. */
export interface ShownMetadata extends RepresentationMetadata {
  /** Whole seconds since 1970. */
  readonly changesAt?: number;
}

/** What stands under a key. The body must be read or cancelled. */
export interface StoredDocument {
  readonly metadata: ShownMetadata;
  readonly body: ReadableStream<Uint8Array>;
  /** There where other states lie behind the body. */
  readonly hasMore?: boolean;
  /** Opens a body that lies in the bucket, or a range of it; absent where it is the value. */
  readonly open?: ((range?: StoredRange) => Promise<ReadableStream<Uint8Array>>) | undefined;
  /** Fields of answers that were made from equal metadata, for `headersOnce`. */
  readonly made: Record<string, Headers>;
}

/** Looks a key up; null where nothing stands there. Throws `StoreFaultError`. */
export type ReadDocument = (key: StorageKey) => Promise<StoredDocument | null>;

/** The store failed, is too slow, or holds what this worker cannot read. */
export class StoreFaultError extends Error {
  override readonly name = "StoreFaultError";
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
