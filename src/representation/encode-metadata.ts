import type { DocumentKind } from "./cache-policy.ts";
import type { StoredLengths } from "./codings.ts";
import { LOWEST_WRITTEN } from "./contract.ts";
import { decodeMetadata } from "./decode-metadata.ts";
import type { RepresentationMetadata } from "./representation.ts";

/** Since which version there is a kind of documents, where it is a newer one. */
const SINCE: Partial<Readonly<Record<DocumentKind, number>>> = { article: 3 };

/** Workers KV's limit for a key's metadata, in bytes of JSON. */
export const MAX_METADATA_BYTES = 1024;

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
