import { gzipSync } from "node:zlib";
import { digestOf } from "../article/digest.ts";
import type { ArticleRecord, Ledger } from "./ledger.ts";
import { packText } from "./packed.ts";
import type { DocumentRow, Head, LedgerOrigin, Shard, StoredLedger } from "./stored-form.ts";
import { LEDGER_VERSION, NO_ORIGIN } from "./stored-form.ts";

/** Articles a shard holds, so that one new article rewrites one shard and the head. */
export const SHARD_SIZE = 1000;

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
    version: versionOf(ledger),
    ...site,
    shards: [...shardDigests],
    documents: rowsOf(others, ledger),
    ...(publish !== null && { publish }),
    ...(settled.length > 0 && { settled: [...settled] }),
    ...(watched.length > 0 && { watched: [...watched] }),
  };
  return gzipSync(JSON.stringify(head));
}

/** The lowest that can express it: an older Feedwright goes on reading what it would understand. */
function versionOf({ articles, sealed = [] }: Ledger): number {
  const records = [...articles, ...sealed.flatMap((change) => change.articles)];
  if (records.some(({ beside }) => beside)) return LEDGER_VERSION;
  return records.some(({ joined, implied }) => joined ?? implied) ? 3 : 2;
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
