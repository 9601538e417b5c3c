import type { DocumentKind } from "./cache-policy.ts";
import { isDocumentKind } from "./cache-policy.ts";
import type { EntityTag } from "./entity-tag.ts";

/** Version of the agreement between bake and edge. The edge reads this one and the one before. */
export const CONTRACT_VERSION = 1;

/** Workers KV's limit for a key's metadata, in bytes of JSON. */
export const MAX_METADATA_BYTES = 1024;

/** How many bytes of the stored value each part takes, in this order. Zero: the part is not there. */
export interface StoredLengths {
  readonly gzip: number;
  readonly brotli: number;
  readonly identity: number;
}

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
  /** Where a 301 or 308 leads: `Location` (RFC 9110 §10.2.2); null for every other status. */
  readonly location: string | null;
  /** What the publisher's memory can be rebuilt from, plain JSON; the edge passes over it. */
  readonly memory: unknown;
}

/** What stands under a storage key: metadata, and the codings of the body one after the other. */
export interface Representation {
  readonly metadata: RepresentationMetadata;
  readonly value: Uint8Array;
}

/** Writes metadata as the small JSON object that is kept beside the value. */
export function encodeMetadata(metadata: RepresentationMetadata): Record<string, unknown> {
  const { gzip, brotli, identity } = metadata.stored;
  return {
    v: CONTRACT_VERSION,
    s: metadata.status,
    k: metadata.kind,
    t: metadata.type,
    e: metadata.tag,
    m: metadata.lastModified,
    p: metadata.pollSeconds,
    n: metadata.sizeBytes,
    l: [gzip, brotli, identity],
    ...(metadata.location !== null && { u: metadata.location }),
    ...(metadata.memory !== null && { r: metadata.memory }),
  };
}

/**
 * What of the metadata follows from the document alone, as one text: equal texts mean equal
 * documents. The lengths of compressed bytes change with the library that makes them.
 */
export function lastingMetadata(metadata: RepresentationMetadata): string {
  return JSON.stringify(encodeMetadata({ ...metadata, stored: NOT_STORED }));
}

const NOT_STORED: StoredLengths = { gzip: 0, brotli: 0, identity: 0 };

/** Reads what `encodeMetadata` wrote; null for anything else, also for another contract's version. */
export function decodeMetadata(stored: unknown): RepresentationMetadata | null {
  if (typeof stored !== "object" || stored === null) return null;
  const { v, s, k, t, e, m, p, n, l, u, r } = stored as Record<string, unknown>;
  const [gzip, brotli, identity] = Array.isArray(l) ? l : [];
  const known =
    v === CONTRACT_VERSION &&
    typeof s === "number" &&
    isDocumentKind(k) &&
    typeof t === "string" &&
    typeof e === "string" &&
    typeof m === "number" &&
    typeof p === "number" &&
    typeof n === "number" &&
    typeof gzip === "number" &&
    typeof brotli === "number" &&
    typeof identity === "number";
  if (!known) return null;
  return {
    status: s,
    kind: k,
    type: t,
    tag: e as EntityTag,
    lastModified: m,
    pollSeconds: p,
    sizeBytes: n,
    stored: { gzip, brotli, identity },
    location: typeof u === "string" ? u : null,
    memory: r ?? null,
  };
}
