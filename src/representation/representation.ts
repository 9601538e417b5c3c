import type { DocumentKind } from "./cache-policy.ts";
import type { StoredLengths } from "./codings.ts";
import type { EntityTag } from "./entity-tag.ts";

/** What the edge must know of a representation before it reads a byte of its body (RFC 9110 §3.2). */
export interface RepresentationMetadata {
  readonly status: number;
  readonly kind: DocumentKind;
  /** `Content-Type`, with its parameters. */
  readonly type: string;
  readonly tag: EntityTag;
  /** Whole seconds since 1970: the edition that last changed the bytes. */
  readonly lastModified: number;
  /** The publisher's poll interval, for kinds whose cache life it sets. */
  readonly pollSeconds: number;
  /** Length without any content coding, in bytes. */
  readonly sizeBytes: number;
  readonly stored: StoredLengths;
  /** There where the body lies in the bucket, under the same key without its slash, and the value is empty. */
  readonly inBucket?: true;
  /** `Content-Disposition` of a file (RFC 6266): the name under which it is saved. */
  readonly disposition?: string;
  /** `Link` of a feed: itself and its hubs. */
  readonly link?: string;
  /** Where a moved document is now: a path, or a URL. One that is too long for here is the body. */
  readonly location?: string;
  /** Whole seconds since 1970: before that, nothing stands here. */
  readonly from?: number;
  /** There where other states of the document lie behind this one, in the same value. */
  readonly sealed?: SealedPart;
  /** What the publisher's memory can be rebuilt from, plain JSON; `decodeMetadata` passes over it. */
  readonly memory?: unknown;
}

/** The states of a document that open later, as its metadata tell of them. */
export interface SealedPart {
  /** When the first of them opens, in whole seconds since 1970. */
  readonly at: number;
  /** Length of their table, which ends the value. */
  readonly tableBytes: number;
  /** Of what they are, in hexadecimal. */
  readonly digest: string;
}

/**
 * What stands under a storage key: metadata, and the parts of the value one after the other. One that
 * waits for its publish may be read anew each time it is asked for.
 */
export interface Representation {
  readonly metadata: RepresentationMetadata;
  readonly value: Uint8Array;
  /** Length of the value, where it waits elsewhere and need not be read to be known. */
  readonly storedBytes?: number;
  /** What goes into the bucket, of a body that lies there. */
  readonly object?: BucketSource | undefined;
}

/** A file that goes into the bucket. */
export interface BucketSource {
  readonly sizeBytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
  /** Opens the file, anew each time. */
  readonly open: () => Promise<Sliceable>;
}

/** A file of which parts can be read: what a `Blob` can do. */
export interface Sliceable {
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}
