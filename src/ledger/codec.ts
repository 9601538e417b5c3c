import { gzipSync } from "node:zlib";
import * as v from "valibot";
import { digestOf } from "../article/digest.ts";
import type { ArticleRecord, DocumentRecord, Ledger } from "./ledger.ts";
import { EMPTY_LEDGER } from "./ledger.ts";
import { SITE_ENTRIES } from "./ledger-schema.ts";
import { packText, unpackText } from "./packed.ts";

/** Version of the stored form; that of 1 had shards in bytes, and that of 2 no memberships of channels. */
const LEDGER_VERSION = 3;

/** Articles a shard holds, so that one new article rewrites one shard and the head. */
export const SHARD_SIZE = 1000;

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

const NO_ORIGIN: LedgerOrigin = { publish: null, settled: [] };

/** What a store has before the first publication. */
export const NOTHING_STORED: StoredLedger = { ledger: EMPTY_LEDGER, shardDigests: [], ...NO_ORIGIN };

/** A ledger in the form that is stored: gzipped JSON, which in shards is text (`packText`). */
export interface EncodedLedger extends EncodedShards {
  readonly head: Uint8Array;
}

export interface EncodedShards {
  /** The shards that are not stored yet; numbers count from 1. */
  readonly shards: readonly { readonly number: number; readonly text: string }[];
  /** Digest of every shard. */
  readonly shardDigests: readonly string[];
}

/** What fixes a ledger that cannot be read. */
export const REBUILD_HINT = "rebuild it with: npm run ledger -- --rebuild";

/** A stored ledger that is damaged, half old and half new, or of another version. */
export class LedgerFormatError extends Error {
  override readonly name = "LedgerFormatError";
}

/** Digest and edition of a document, as they are stored; of a file of a picture its length, and of one in the bucket that. */
type DocumentRow = [digest: string, edition: number, sizeBytes?: number, inBucket?: 1];

const ROW = v.custom<DocumentRow>(
  (row) =>
    Array.isArray(row) &&
    typeof row[0] === "string" &&
    row.slice(1).every((count) => typeof count === "number") &&
    row.length > 1,
);

/** Its shards are the digests of each. */
const HEAD = v.object({
  version: v.number(),
  ...SITE_ENTRIES,
  shards: v.array(v.string()),
  documents: v.record(v.string(), ROW),
  publish: v.exactOptional(v.string()),
  settled: v.exactOptional(v.array(v.string())),
  watched: v.exactOptional(v.array(v.string())),
});

export type Head = v.InferOutput<typeof HEAD>;

interface Shard {
  readonly articles: readonly ArticleRecord[];
  readonly documents: Readonly<Record<string, DocumentRow>>;
}

/**
 * Packs a ledger. The documents at an article's addresses stand in the article's shard, all others
 * in the head.
 */
export function encodeLedger(
  ledger: Ledger,
  stored: Pick<StoredLedger, "ledger" | "shardDigests">,
  origin?: LedgerOrigin,
): EncodedLedger {
  const encoded = encodeShards(ledger, stored);
  return { head: encodeHead(ledger, encoded.shardDigests, origin), ...encoded };
}

/** Packs the shards of a ledger. One whose records are the very objects of `stored` is not packed again. */
export function encodeShards(
  ledger: Ledger,
  stored: Pick<StoredLedger, "ledger" | "shardDigests">,
): EncodedShards {
  const shards: { number: number; text: string }[] = [];
  const digests: string[] = [];
  for (let start = 0; start < ledger.articles.length; start += SHARD_SIZE) {
    const articles = ledger.articles.slice(start, start + SHARD_SIZE);
    const keys = articles.flatMap(keysOf);
    const number = digests.length + 1;
    const known = stored.shardDigests[number - 1];
    if (known !== undefined && isStored(articles, keys, ledger, start, stored.ledger)) {
      digests.push(known);
      continue;
    }
    const text = JSON.stringify({ articles, documents: rowsOf(keys, ledger) } satisfies Shard);
    const digest = digestOf(text);
    digests.push(digest);
    if (digest !== known) shards.push({ number, text: packText(text) });
  }
  return { shards, shardDigests: digests };
}

/** Packs what stands in no shard, with the digests of those. */
export function encodeHead(
  ledger: Ledger,
  shardDigests: readonly string[],
  { publish, settled, watched = [] }: LedgerOrigin = NO_ORIGIN,
): Uint8Array {
  const inShards = new Set(ledger.articles.flatMap(keysOf));
  const others = [...ledger.documents.keys()].filter((key) => !inShards.has(key));
  const { articles: _, documents: __, ...site } = ledger;
  const head: Head = {
    // The lowest that can express it: an older Feedwright goes on reading a site without archives of channels.
    version: ledger.articles.some(({ joined, implied }) => joined ?? implied) ? LEDGER_VERSION : 2,
    ...site,
    shards: [...shardDigests],
    documents: rowsOf(others, ledger),
    ...(publish !== null && { publish }),
    ...(settled.length > 0 && { settled: [...settled] }),
    ...(watched.length > 0 && { watched: [...watched] }),
  };
  return gzipSync(JSON.stringify(head));
}

/** The keys of an article's documents. */
function keysOf({ address, earlier }: ArticleRecord): readonly string[] {
  return [address, ...earlier];
}

function isStored(
  articles: readonly ArticleRecord[],
  keys: readonly string[],
  { documents }: Ledger,
  start: number,
  before: Ledger,
): boolean {
  const known = before.articles.slice(start, start + SHARD_SIZE);
  return (
    known.length === articles.length &&
    articles.every((record, index) => record === known[index]) &&
    keys.every((key) => documents.get(key) === before.documents.get(key))
  );
}

function rowsOf(keys: readonly string[], { documents }: Ledger): Record<string, DocumentRow> {
  const rows: Record<string, DocumentRow> = {};
  for (const key of keys) {
    const record = documents.get(key);
    if (record === undefined) continue;
    const { digest, edition, sizeBytes = 0, inBucket } = record;
    if (inBucket) rows[key] = [digest, edition, sizeBytes, 1];
    else rows[key] = sizeBytes > 0 ? [digest, edition, sizeBytes] : [digest, edition];
  }
  return rows;
}

/** Reads the head: how many shards to fetch, their digests, and where it comes from. */
export function decodeHead(bytes: Uint8Array): Head {
  const stored = parse(unpackText(bytes));
  refuseOtherVersions("the ledger", stored, [LEDGER_VERSION, 2, 1]);
  const { success, output } = v.safeParse(HEAD, stored);
  if (success) return output;
  throw damaged();
}

/** Whether every shard is text; in the older form, or one half way to the newer, some are bytes. */
export function hasTextShards({ version }: Head): boolean {
  return version !== 1;
}

/**
 * Puts a ledger together; each shard must be the one that the head names, or one of `underWay`: the
 * digests that publishes were about to write which were interrupted, or raced. Of one in the older
 * form no digest is told, so that the next publish writes every shard anew.
 */
export function decodeLedger(
  head: Head,
  shards: readonly (string | Uint8Array)[],
  underWay: readonly (readonly string[])[] = [],
): StoredLedger {
  const { version: _, shards: named, documents: rows, publish = null, settled = [], watched, ...site } = head;
  const shardDigests: string[] = [];
  const articles: ArticleRecord[] = [];
  const documents = new Map<string, DocumentRecord>();
  const remember = (rows: Readonly<Record<string, DocumentRow>>) => {
    for (const [key, [digest, edition, sizeBytes, inBucket]] of Object.entries(rows)) {
      const more = {
        ...(sizeBytes !== undefined && { sizeBytes }),
        ...(inBucket && { inBucket: true as const }),
      };
      documents.set(key, { digest, edition, ...more });
    }
  };
  remember(rows);
  for (const [index, packed] of shards.entries()) {
    const text = unpackText(packed);
    const digest = text === null ? null : digestOf(text);
    if (digest === null || ![named, ...underWay].some((digests) => digests[index] === digest)) {
      throw new LedgerFormatError(
        `part ${index + 1} of the ledger does not match its head; try again in a minute, ` +
          `or ${REBUILD_HINT}`,
      );
    }
    if (hasTextShards(head)) shardDigests.push(digest);
    const shard = parse(text) as Shard;
    for (const record of shard.articles) articles.push(record);
    remember(shard.documents);
  }
  const origin = { publish, settled, ...(watched && { watched }) };
  return { ledger: { ...site, articles, documents }, shardDigests, ...origin };
}

function parse(text: string | null): unknown {
  try {
    if (text !== null) return JSON.parse(text);
  } catch {}
  throw damaged();
}

function damaged(): LedgerFormatError {
  return new LedgerFormatError(`the ledger in the store is damaged; ${REBUILD_HINT}`);
}

/** Refuses what another Feedwright stored, by the version that it names: throws `LedgerFormatError`. The newest is first. */
export function refuseOtherVersions(
  what: string,
  stored: unknown,
  [newest, ...older]: readonly number[],
): void {
  const { success, output } = v.safeParse(v.object({ version: v.number() }), stored);
  if (!success || output.version === newest || older.includes(output.version)) return;
  throw new LedgerFormatError(
    `${what} has version ${output.version}, but this Feedwright reads ${newest}; update Feedwright`,
  );
}
