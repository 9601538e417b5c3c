import { hash } from "node:crypto";
import type { EpochSeconds } from "../article/values.ts";
import { documentDigest } from "../ledger/document-digest.ts";
import type { DocumentRecord } from "../ledger/ledger.ts";
import type { DocumentKind } from "../representation/cache-policy.ts";
import { lastingMetadata } from "../representation/encode-metadata.ts";
import { strongEntityTag, weakEntityTag } from "../representation/entity-tag.ts";
import type { ItemIndex } from "../representation/item-index.ts";
import type { BucketSource, Representation } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import type { PlainBody, PlainMetadata, RepresentationStore } from "./store-representation.ts";

/** When a document is written: what readers load, what feeds name, what they continue, all else, what is past. */
export type PublishPart = "media" | "article" | "archive" | "other" | "past";

/** A document before it is put into a form that the edge serves. */
export interface Document {
  readonly key: StorageKey;
  readonly part: PublishPart;
  readonly kind: DocumentKind;
  readonly type: string;
  readonly status: number;
  readonly pollSeconds: number;
  /** What the ledger can be rebuilt from. */
  readonly memory?: unknown;
  /** The body as of an edition, without any content coding. */
  readonly body: (edition: EpochSeconds) => PlainBody;
  /** Whether the ledger remembers the length of the body too. */
  readonly isPicture?: true;
  /** Of a body that is the same in every edition and need not be read to be known. */
  readonly fingerprint?: Fingerprint;
  /** Where it is equal, so is all else of the document. */
  readonly madeFrom?: string;
  /** Digest of the settings that it was made under; none where it depends on no setting. */
  readonly settings?: string;
  /** Whether it gets a new edition, even where it says what it said. */
  readonly isRenewed?: boolean;
  /** `Link` of its answers. */
  readonly link?: string;
  /** `Content-Disposition` of its answers. One that was published without it stays so. */
  readonly disposition?: string;
  /** The file of a body that goes into the bucket. */
  readonly object?: BucketSource;
  /** Where a feed's items lie in its body. */
  readonly index?: (edition: EpochSeconds) => ItemIndex;
}

/** What tells one body from another. */
export interface Fingerprint {
  /** In hexadecimal. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** What an earlier bake found: that a document made from this has that digest, which tells its edition too. */
export interface KnownDocument {
  readonly madeFrom: string;
  readonly digest: string;
  /** Of a page that shows its article and others alone: that, as `keptPages` tells it. */
  readonly shown?: string;
}

/** A document as the store should have it. */
export interface BakedDocument {
  readonly key: StorageKey;
  readonly part: PublishPart;
  readonly record: DocumentRecord;
  /** Null where it is what was published before; nothing is compressed then. */
  readonly representation: Representation | null;
  /** What it was made from, where that tells all of it. */
  readonly madeFrom: string | null;
  /** What of it a later bake may know it by; none where that is not all. */
  readonly shown?: string | null;
}

/** A document as a later bake knows it; null where nothing tells all of it. */
export function knownDocument({ madeFrom, record, shown }: BakedDocument): KnownDocument | null {
  if (madeFrom === null) return null;
  return { madeFrom, digest: record.digest, ...(shown && { shown }) };
}

/** What baking a document depends on beside it. */
export interface Baking {
  readonly edition: EpochSeconds;
  /** What was published before. */
  readonly before: ReadonlyMap<string, DocumentRecord>;
  /** By storage key. */
  readonly known: ReadonlyMap<string, KnownDocument>;
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
  const { key, part, madeFrom = null, isRenewed = false } = document;
  const before = baking.before.get(key);
  if (before && !isRenewed && isAsBefore(document, before, baking)) {
    const representation = baking.again?.has(key)
      ? made(document, before.edition, baking).representation
      : null;
    return { key, part, record: before, representation, madeFrom };
  }
  return { key, part, ...made(document, baking.edition, baking), madeFrom };
}

function isAsBefore(document: Document, before: DocumentRecord, { known }: Baking): boolean {
  const { key, madeFrom = null } = document;
  const found = known.get(key);
  if (found && found.madeFrom === madeFrom && found.digest === before.digest) return true;
  const fingerprint = document.fingerprint ?? fingerprintOf(document.body(before.edition));
  const { disposition, ...unnamed } = document;
  const isSame = (one: Document) => digestOf(metadataOf(one, before.edition, fingerprint)) === before.digest;
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
  const record = { digest: digestOf(metadata), edition, ...(document.isPicture && { sizeBytes }) };
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
    record: { digest: digestOf(metadata), edition, sizeBytes, inBucket: true },
    representation: { metadata: { ...metadata, stored }, value: new Uint8Array(), storedBytes: 0, object },
  };
}

/** A document that the store has, and that nothing changes: its address tells all of it but the bytes. */
export function keptDocument(key: StorageKey, { before }: Pick<Baking, "before">): BakedDocument {
  const record = before.get(key);
  if (record === undefined) throw new RangeError(`${key} is to stay, and is not there`);
  return { key, part: "media", record, representation: null, madeFrom: null };
}

/** Bakes what stands in the place of a document that moved or went. A body counts by its hash in the tag. */
export function bakePast(
  key: StorageKey,
  made: (edition: EpochSeconds) => Representation,
  memory: unknown,
  { before: records, edition, again }: Pick<Baking, "before" | "edition" | "again">,
): BakedDocument {
  const at = (instant: EpochSeconds) => {
    const { metadata, value } = made(instant);
    const { sha256 } = fingerprintOf(value);
    const tag = weakEntityTag(instant, sha256, sha256);
    const remembering = { ...metadata, tag, ...(memory !== undefined && { memory }) };
    return { representation: { metadata: remembering, value }, digest: digestOf(remembering) };
  };
  const past = { key, part: "past", madeFrom: null } as const;
  const before = records.get(key);
  const remembered = before && at(before.edition);
  if (before && remembered?.digest === before.digest) {
    return { ...past, record: before, representation: again?.has(key) ? remembered.representation : null };
  }
  const { representation, digest } = at(edition);
  return { ...past, record: { digest, edition }, representation };
}

function digestOf(metadata: PlainMetadata): string {
  return documentDigest(lastingMetadata(metadata));
}

function fingerprintOf(body: PlainBody): Fingerprint {
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
