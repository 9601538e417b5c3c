import { hash } from "node:crypto";
import type { EpochSeconds } from "../article/values.ts";
import { digestOf } from "../ledger/digest.ts";
import type { DocumentRecord } from "../ledger/ledger.ts";
import type { DocumentKind } from "../representation/cache-policy.ts";
import { strongEntityTag, weakEntityTag } from "../representation/entity-tag.ts";
import type { Representation, RepresentationMetadata } from "../representation/representation.ts";
import { encodeMetadata, lastingMetadata, MAX_METADATA_BYTES } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { storeBody } from "./compress.ts";

/** When a document is written: what readers load, what feeds name, all that names it, what is past. */
export type PublishPart = "media" | "article" | "other" | "past";

/** A document before it is put into a form that the edge serves. */
export interface Document {
  readonly key: StorageKey;
  readonly part: PublishPart;
  readonly kind: DocumentKind;
  readonly type: string;
  readonly status: number;
  readonly pollSeconds: number;
  readonly location: string | null;
  /** What the ledger can be rebuilt from. */
  readonly memory: unknown;
  /** The body as of an edition, without any content coding. */
  readonly body: (edition: EpochSeconds) => Uint8Array;
  /** Of a body that is the same in every edition and need not be read to be known. */
  readonly fingerprint: Fingerprint | null;
}

/** What tells one body from another. */
export interface Fingerprint {
  /** In hexadecimal. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** A document as the store should have it. */
export interface BakedDocument {
  readonly key: StorageKey;
  readonly part: PublishPart;
  readonly record: DocumentRecord;
  /** Null where it is what was published before; nothing is compressed then. */
  readonly representation: Representation | null;
  /** What compressing took. */
  readonly compressMs: number;
}

/**
 * Bakes one document. What carries its own instant is rendered with the remembered edition first;
 * only where those bytes differ does it get the new one. A body with a known fingerprint is read
 * only where the store does not have it.
 */
export function bakeDocument(
  document: Document,
  before: DocumentRecord | undefined,
  edition: EpochSeconds,
  clock: () => number,
): BakedDocument {
  const { key, part } = document;
  if (before) {
    const fingerprint = document.fingerprint ?? fingerprintOf(document.body(before.edition));
    const digest = digestOf(lastingMetadata(metadataOf(document, before.edition, fingerprint)));
    if (digest === before.digest) return { key, part, record: before, representation: null, compressMs: 0 };
  }
  const body = document.body(edition);
  const started = clock();
  const { value, stored } = storeBody(document.kind, body);
  const compressMs = clock() - started;
  const metadata = metadataOf(document, edition, document.fingerprint ?? fingerprintOf(body));
  return {
    key,
    part,
    record: { digest: digestOf(lastingMetadata(metadata)), edition },
    representation: { metadata: { ...metadata, stored }, value },
    compressMs,
  };
}

function fingerprintOf(body: Uint8Array): Fingerprint {
  return { sha256: hash("sha256", body, "hex"), sizeBytes: body.byteLength };
}

/** Room for the lengths that compressing fills in, in bytes. */
const LENGTHS_BYTES = 40;

/** A memory that does not fit is left out: a rebuilt ledger finds that article by its path again. */
function metadataOf(
  document: Document,
  edition: EpochSeconds,
  { sha256, sizeBytes }: Fingerprint,
): RepresentationMetadata {
  const { status, kind, type, pollSeconds, location, memory } = document;
  const metadata = {
    status,
    kind,
    type,
    tag: kind === "media" ? strongEntityTag(sha256) : weakEntityTag(edition, sha256),
    lastModified: edition,
    pollSeconds,
    sizeBytes,
    stored: { gzip: 0, brotli: 0, identity: 0 },
    location,
    memory,
  };
  if (memory === null) return metadata;
  const bytes = Buffer.byteLength(JSON.stringify(encodeMetadata(metadata)));
  return bytes + LENGTHS_BYTES > MAX_METADATA_BYTES ? { ...metadata, memory: null } : metadata;
}
