import { hash } from "node:crypto";
import type { EpochSeconds } from "../article/values.ts";
import type { DocumentRecord } from "../ledger/ledger.ts";
import type { DocumentKind } from "../representation/cache-policy.ts";
import { strongEntityTag, weakEntityTag } from "../representation/entity-tag.ts";
import type { ItemIndex } from "../representation/item-index.ts";
import type { Representation } from "../representation/representation.ts";
import { CONTRACT_VERSION } from "../representation/representation.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { storeBody } from "./compress.ts";

/** A document before it is put into a form that the edge serves. */
export interface Document {
  readonly key: StorageKey;
  readonly kind: DocumentKind;
  readonly type: string;
  readonly status: number;
  readonly pollSeconds: number;
  /** The body as of an edition, without any content coding. */
  readonly body: (edition: EpochSeconds) => Uint8Array;
  /** Digest of the settings that it was made under; none where it depends on no setting. */
  readonly settings?: string;
  /** `Link` of its answers. */
  readonly link?: string;
  /** Where a feed's items lie in its body. */
  readonly index?: (edition: EpochSeconds) => ItemIndex;
}

/** A document as the store should have it. */
export interface BakedDocument {
  readonly key: StorageKey;
  readonly record: DocumentRecord;
  /** Null where it is what was published before; nothing is compressed then. */
  readonly representation: Representation | null;
  /** What compressing took. */
  readonly compressMs: number;
}

/**
 * Bakes one document. What carries its own instant is rendered with the remembered edition first;
 * only where those bytes differ does it get the new one.
 */
export function bakeDocument(
  document: Document,
  before: DocumentRecord | undefined,
  edition: EpochSeconds,
  clock: () => number,
): BakedDocument {
  if (before) {
    const digest = digestOf(document, before.edition, document.body(before.edition));
    if (digest === before.digest)
      return { key: document.key, record: before, representation: null, compressMs: 0 };
  }
  const body = document.body(edition);
  const started = clock();
  const { value, stored } = storeBody(document.kind, body, document.index?.(edition));
  const compressMs = clock() - started;
  const sha256 = hash("sha256", body, "hex");
  const metadata = {
    status: document.status,
    kind: document.kind,
    type: document.type,
    tag:
      document.kind === "media"
        ? strongEntityTag(sha256)
        : weakEntityTag(edition, sha256, document.settings ?? sha256),
    lastModified: edition,
    pollSeconds: document.pollSeconds,
    sizeBytes: body.byteLength,
    stored,
    ...(document.link !== undefined && { link: document.link }),
  };
  return {
    key: document.key,
    record: { digest: digestOf(document, edition, body), edition },
    representation: { metadata, value },
    compressMs,
  };
}

/** Of all that is served and not compressed: compressed bytes change with the library. */
function digestOf(document: Document, edition: EpochSeconds, body: Uint8Array): string {
  const { kind, type, status, pollSeconds, link = "" } = document;
  const frame = `${CONTRACT_VERSION} ${status} ${kind} ${type} ${pollSeconds} ${link} ${edition} `;
  return hash("sha256", Buffer.concat([Buffer.from(frame), body]), "hex").slice(0, 32);
}
