import type { DocumentKind } from "./cache-policy.ts";
import { isDocumentKind } from "./cache-policy.ts";
import type { StoredLengths } from "./codings.ts";
import type { EntityTag } from "./entity-tag.ts";
import { entityTag } from "./entity-tag.ts";
import { isLocation } from "./location.ts";

/**
 * Versions of the agreement between bake and edge; the edge reads all of them. 3 has sealed states and
 * articles for programs, 4 a bucket.
 */
const CONTRACT_VERSIONS: readonly unknown[] = [1, 2, 3, 4];

/** The newest version of the agreement between bake and edge. */
export const CONTRACT_VERSION = 4;

/** The version that values have which need no newer one. That of 1, which had no item index, is read alone. */
export const LOWEST_WRITTEN = 2;

/** Since which version there is a kind of documents, where it is a newer one. */
const SINCE: Partial<Readonly<Record<DocumentKind, number>>> = { article: 3 };

/** Workers KV's limit for a key's metadata, in bytes of JSON. */
export const MAX_METADATA_BYTES = 1024;

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

/** What a header field's value may hold (RFC 9110 §5.5), and nothing that could end it. */
const FIELD_VALUE = /^[\x20-\x7E]*$/;

/**
 * Writes metadata as the small JSON object that is kept beside the value. A `Link` that does not fit
 * is left out, since the document says the same; then a memory, since a rebuilt ledger finds that
 * document by its path again. Throws a RangeError where it cannot fit at all, or could not be read
 * back.
 */
export function encodeMetadata(metadata: RepresentationMetadata): Record<string, unknown> {
  const encoded = encode(fitting(metadata));
  if (decodeMetadata(encoded)) return encoded;
  throw new RangeError(`this metadata cannot be stored: ${JSON.stringify(metadata)}`);
}

/**
 * What of the metadata follows from the document alone, as one text: equal texts mean equal
 * documents. The lengths of compressed bytes change with the library that makes them.
 */
export function lastingMetadata(metadata: Omit<RepresentationMetadata, "stored">): string {
  const { sealed } = metadata;
  const lasting = {
    ...metadata,
    stored: NO_LENGTHS,
    ...(sealed && { sealed: { ...sealed, tableBytes: 0 } }),
  };
  return JSON.stringify(encode(fitting(lasting)));
}

const NO_LENGTHS: StoredLengths = { gzip: 0, brotli: 0, identity: 0, index: 0 };

/** As wide as the lengths of a value within KV's 25 MiB can be: what fits does not depend on them. */
const WIDEST = 26_214_400;
const WIDEST_LENGTHS: StoredLengths = { gzip: WIDEST, brotli: WIDEST, identity: WIDEST, index: WIDEST };

/** What there is room for. */
function fitting(metadata: RepresentationMetadata): RepresentationMetadata {
  const { link: _link, ...unlinked } = metadata;
  const { memory: _memory, ...forgetful } = unlinked;
  const found = [metadata, unlinked, forgetful].find(fits);
  if (found) return found;
  throw new RangeError(`this metadata cannot be stored: ${JSON.stringify(metadata)}`);
}

function encode(metadata: RepresentationMetadata): Record<string, unknown> {
  const { stored, link, location, memory, from, sealed, inBucket, disposition } = metadata;
  return {
    // The lowest that can say it: what stands already is not written anew for a newer one. An edge that
    // knows no bucket would send nothing for the body, so it must not read that.
    v: inBucket ? 4 : from !== undefined || sealed ? 3 : (SINCE[metadata.kind] ?? LOWEST_WRITTEN),
    s: metadata.status,
    k: metadata.kind,
    t: metadata.type,
    e: metadata.tag,
    m: metadata.lastModified,
    p: metadata.pollSeconds,
    n: metadata.sizeBytes,
    l: [stored.gzip, stored.brotli, stored.identity, stored.index],
    ...(inBucket && { b: 1 }),
    ...(disposition !== undefined && { d: disposition }),
    ...(link !== undefined && { a: link }),
    ...(location !== undefined && { r: location }),
    ...(from !== undefined && { f: from }),
    ...(sealed && { x: [sealed.at, sealed.tableBytes, sealed.digest] }),
    ...(memory !== undefined && { h: memory }),
  };
}

function fits(metadata: RepresentationMetadata): boolean {
  return utf8Bytes(JSON.stringify(encode({ ...metadata, stored: WIDEST_LENGTHS }))) <= MAX_METADATA_BYTES;
}

/** JSON text holds no lone surrogate, so each percent triplet stands for one byte. */
function utf8Bytes(text: string): number {
  // No character takes more than three bytes for each of its UTF-16 units.
  if (text.length * 3 <= MAX_METADATA_BYTES) return text.length;
  return encodeURIComponent(text).replace(/%../g, "b").length;
}

/**
 * Reads what `encodeMetadata` of any version of the contract wrote; null for anything else, and
 * for what would not be safe to send.
 */
export function decodeMetadata(stored: unknown): RepresentationMetadata | null {
  const { v, s, k, t, e, m, p, n, l, a, b, d, r, f, x }: Record<string, unknown> = Object(stored);
  if (!CONTRACT_VERSIONS.includes(v)) return null;
  const counts: unknown[] = [m, p, n, ...(Array.isArray(l) ? l : [])];
  const tag = entityTag(String(e));
  const sealed = x === undefined ? null : sealedPart(x);
  if (
    !STATUSES.includes(s) ||
    !isDocumentKind(k) ||
    !isFieldValue(t) ||
    tag === null ||
    !areCounts(counts) ||
    !(a === undefined || isFieldValue(a)) ||
    !(d === undefined || isFieldValue(d)) ||
    !(r === undefined || isLocation(r)) ||
    !(f === undefined || isCount(f)) ||
    (x !== undefined && sealed === null)
  ) {
    return null;
  }
  // Contract 1 had no item index.
  const [lastModified, pollSeconds, sizeBytes, gzip, brotli, identity, index = 0] = counts;
  return {
    status: Number(s),
    kind: k,
    type: t,
    tag,
    lastModified,
    pollSeconds,
    sizeBytes,
    stored: { gzip, brotli, identity, index },
    ...(b === 1 && { inBucket: true }),
    ...(d !== undefined && { disposition: d }),
    ...(a !== undefined && { link: a }),
    ...(r !== undefined && { location: r }),
    ...(f !== undefined && { from: f }),
    ...(sealed && { sealed }),
  };
}

function sealedPart(stored: unknown): SealedPart | null {
  const [at, tableBytes, digest]: unknown[] = Array.isArray(stored) ? stored : [];
  return isCount(at) && isCount(tableBytes) && typeof digest === "string" ? { at, tableBytes, digest } : null;
}

/** What `decodeMetadata` reads, and the memory, which the publisher needs and the edge does not. */
export function decodeWithMemory(stored: unknown): RepresentationMetadata | null {
  const metadata = decodeMetadata(stored);
  if (metadata === null) return null;
  const { h: memory } = stored as Record<string, unknown>;
  return memory === undefined ? metadata : { ...metadata, memory };
}

/** The statuses that a stored representation can have. */
const STATUSES: readonly unknown[] = [200, 301, 308, 404, 410];

/** At least as many as contract 1 had. */
type Counts = [number, number, number, number, number, number, number?];

function isFieldValue(value: unknown): value is string {
  return typeof value === "string" && FIELD_VALUE.test(value);
}

function areCounts(values: unknown[]): values is Counts {
  return values.length > 5 && values.every(isCount);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
