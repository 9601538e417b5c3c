import * as v from "valibot";
import type { DocumentRecord, Ledger } from "../ledger.ts";
import { EMPTY_LEDGER } from "../ledger.ts";
import { SITE_ENTRIES } from "../ledger-schema.ts";
import type { ArticleRecord } from "../records/article-record.ts";

/**
 * Version of the stored form; that of 1 had shards in bytes, that of 2 no memberships of channels, and
 * that of 3 nothing beside articles.
 */
export const LEDGER_VERSION = 4;

/** A ledger as it lies in a store, with the digests of its parts there. */
export interface StoredLedger extends LedgerOrigin {
  readonly ledger: Ledger;
  readonly shardDigests: readonly string[];
}

/** Which publishes a stored ledger accounts for, by name. */
export interface LedgerOrigin {
  /** The one that wrote it; null where no publish did, or one of an older version. */
  readonly publish: string | null;
  /** Earlier ones whose journals may still be seen. */
  readonly settled: readonly string[];
  /** Interrupted ones that it made up for, whose publishers might be at work after all. */
  readonly watched?: readonly string[];
}

export const NO_ORIGIN: LedgerOrigin = { publish: null, settled: [] };

/** What a store has before the first publication. */
export const NOTHING_STORED: StoredLedger = { ledger: EMPTY_LEDGER, shardDigests: [], ...NO_ORIGIN };

/** Digest and edition of a document, as they are stored; of a file of a picture its length, and of one in the bucket that. */
export type DocumentRow = [digest: string, edition: number, sizeBytes?: number, inBucket?: 1];

/** Most are a digest and an edition alone: there are several of them for each article. */
export function recordOf([digest, edition, sizeBytes, inBucket]: DocumentRow): DocumentRecord {
  if (sizeBytes === undefined) return { digest, edition };
  return inBucket ? { digest, edition, sizeBytes, inBucket: true } : { digest, edition, sizeBytes };
}

/** A document as it is stored. */
export function rowOf({ digest, edition, sizeBytes = 0, inBucket }: DocumentRecord): DocumentRow {
  if (inBucket) return [digest, edition, sizeBytes, 1];
  return sizeBytes > 0 ? [digest, edition, sizeBytes] : [digest, edition];
}

/** Documents that know how each of them is stored. */
export interface StoredRows {
  readonly rowAt: (key: string) => DocumentRow | undefined;
}

/** Tells how documents are stored. */
export function rowsOf(documents: Ledger["documents"] & Partial<StoredRows>): StoredRows["rowAt"] {
  if (documents.rowAt) return (key) => documents.rowAt?.(key);
  return (key) => {
    const record = documents.get(key);
    return record && rowOf(record);
  };
}

/** Rows by their keys, of which there are tens of thousands: they are looked at in one go. */
const ROWS = v.custom<Record<string, DocumentRow>>(
  (rows) => typeof rows === "object" && rows !== null && Object.values(rows).every(isRow),
);

function isRow(row: unknown): boolean {
  return (
    Array.isArray(row) &&
    typeof row[0] === "string" &&
    typeof row[1] === "number" &&
    // Most have no more.
    (row.length === 2 || row.every((count, at) => at === 0 || typeof count === "number"))
  );
}

/** Its shards are the digests of each. */
export const HEAD = v.object({
  version: v.number(),
  ...SITE_ENTRIES,
  shards: v.array(v.string()),
  documents: ROWS,
  publish: v.exactOptional(v.string()),
  settled: v.exactOptional(v.array(v.string())),
  watched: v.exactOptional(v.array(v.string())),
});

export type Head = v.InferOutput<typeof HEAD>;

/** A part of the articles, with the documents at their addresses. */
export interface Shard {
  readonly articles: readonly ArticleRecord[];
  readonly documents: Readonly<Record<string, DocumentRow>>;
}
