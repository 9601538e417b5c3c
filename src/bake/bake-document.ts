import { hash } from "node:crypto";
import type { EpochSeconds } from "../article/values.ts";
import { documentDigest } from "../ledger/document-digest.ts";
import type { DocumentRecord } from "../ledger/ledger.ts";
import { lastingMetadata } from "../representation/encode-metadata.ts";
import { strongEntityTag, weakEntityTag } from "../representation/entity-tag.ts";
import type { BucketSource } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import type { BakedDocument, Document, Fingerprint } from "./document.ts";
import type { PlainBody, PlainMetadata, RepresentationStore } from "./store-representation.ts";

/** What baking a document depends on beside it. */
export interface Baking {
  readonly edition: EpochSeconds;
  /** What was published before. */
  readonly before: ReadonlyMap<string, DocumentRecord>;
  readonly store: RepresentationStore;
  /** Documents that are rendered though they did not change. */
  readonly again?: ReadonlySet<string>;
}

/**
 * Bakes one document. What was published from the same is not rendered. What carries its own instant
 * is rendered with the remembered edition first; only where those bytes differ does it get the new
 * one. A body with a known fingerprint is read only where the store does not have it.
 */
export function bakeDocument(document: Document, baking: Baking): BakedDocument {
  const { key, part, isRenewed = false, isKnown = false } = document;
  const before = baking.before.get(key);
  if (before && !isRenewed && (isKnown || isAsBefore(document, before))) {
    const representation = baking.again?.has(key)
      ? made(document, before.edition, baking).representation
      : null;
    return { key, part, record: before, representation };
  }
  return { key, part, ...made(document, baking.edition, baking) };
}

function isAsBefore(document: Document, before: DocumentRecord): boolean {
  const fingerprint = document.fingerprint ?? fingerprintOf(document.body(before.edition));
  const { disposition, ...unnamed } = document;
  const isSame = (one: Document) =>
    metadataDigest(metadataOf(one, before.edition, fingerprint)) === before.digest;
  return isSame(document) || (disposition !== undefined && isSame(unnamed));
}

function made(
  document: Document,
  edition: EpochSeconds,
  { store }: Baking,
): Pick<BakedDocument, "record" | "representation"> {
  if (document.object) return madeObject(document, document.object, edition);
  const body = document.body(edition);
  const metadata = metadataOf(document, edition, document.fingerprint ?? fingerprintOf(body));
  const representation = store(metadata, body, document.index?.(edition));
  const { sizeBytes } = metadata;
  const record = { digest: metadataDigest(metadata), edition, ...(document.isPicture && { sizeBytes }) };
  return { record, representation };
}

/** The store has no more of it than its metadata. */
function madeObject(
  document: Document,
  object: BucketSource,
  edition: EpochSeconds,
): Pick<BakedDocument, "record" | "representation"> {
  const metadata = metadataOf(document, edition, object);
  const stored = { gzip: 0, brotli: 0, identity: 0, index: 0 };
  const { sizeBytes } = object;
  return {
    record: { digest: metadataDigest(metadata), edition, sizeBytes, inBucket: true },
    representation: { metadata: { ...metadata, stored }, value: new Uint8Array(), storedBytes: 0, object },
  };
}

/** A document that the store has, and that nothing changes: its address tells all of it but the bytes. */
export function keptDocument(key: StorageKey, { before }: Pick<Baking, "before">): BakedDocument {
  const record = before.get(key);
  if (record === undefined) throw new RangeError(`${key} is to stay, and is not there`);
  return { key, part: "media", record, representation: null };
}

/** By this the ledger knows a document again. */
export function metadataDigest(metadata: PlainMetadata): string {
  return documentDigest(lastingMetadata(metadata));
}

/** Tells a body by its bytes. */
export function fingerprintOf(body: PlainBody): Fingerprint {
  return { sha256: hash("sha256", body, "hex"), sizeBytes: Buffer.byteLength(body) };
}

function metadataOf(
  document: Document,
  edition: EpochSeconds,
  { sha256, sizeBytes }: Fingerprint,
): PlainMetadata {
  const { status, kind, type, pollSeconds, memory, link, disposition, object, settings = sha256 } = document;
  return {
    status,
    kind,
    type,
    tag: kind === "media" ? strongEntityTag(sha256) : weakEntityTag(edition, sha256, settings),
    lastModified: edition,
    pollSeconds,
    sizeBytes,
    ...(object && { inBucket: true }),
    ...(disposition !== undefined && { disposition }),
    ...(link !== undefined && { link }),
    ...(memory !== undefined && { memory }),
  };
}
