import { hash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { ArticleRecord, DocumentRecord, Ledger } from "./ledger.ts";

/** Version of the stored form. */
const LEDGER_VERSION = 1;

/** Articles a shard holds, so that one new article rewrites one shard and the head. */
const SHARD_SIZE = 1000;

/** A ledger as it is stored: gzipped JSON, shard n at index n - 1. */
export interface EncodedLedger {
  readonly head: Uint8Array;
  readonly shards: readonly Uint8Array[];
  /** One a shard; a shard whose digest is already stored need not be written. */
  readonly shardDigests: readonly string[];
}

/** A stored ledger that is damaged, half old and half new, or of another version. */
export class LedgerFormatError extends Error {
  override readonly name = "LedgerFormatError";
}

interface Head {
  readonly version: number;
  readonly authority: string | null;
  readonly edition: number;
  readonly shards: readonly string[];
  readonly documents: Readonly<Record<string, DocumentRecord>>;
}

interface Shard {
  readonly articles: readonly ArticleRecord[];
  readonly documents: Readonly<Record<string, DocumentRecord>>;
}

/** Packs a ledger. Digests of article pages stand in the article's shard, all others in the head. */
export function encodeLedger(ledger: Ledger): EncodedLedger {
  const documents = new Map(ledger.documents);
  const texts: string[] = [];
  for (let start = 0; start < ledger.articles.length; start += SHARD_SIZE) {
    const articles = ledger.articles.slice(start, start + SHARD_SIZE);
    const own: Record<string, DocumentRecord> = {};
    for (const { address } of articles) {
      const record = documents.get(address);
      if (record === undefined) continue;
      own[address] = record;
      documents.delete(address);
    }
    texts.push(JSON.stringify({ articles, documents: own } satisfies Shard));
  }
  const shardDigests = texts.map(digestOf);
  const head: Head = {
    version: LEDGER_VERSION,
    authority: ledger.authority,
    edition: ledger.edition,
    shards: shardDigests,
    documents: Object.fromEntries(documents),
  };
  return { head: gzipSync(JSON.stringify(head)), shards: texts.map((text) => gzipSync(text)), shardDigests };
}

/** Reads the head: how many shards to fetch, and their digests. */
export function decodeHead(bytes: Uint8Array): Head {
  const head = parse(bytes) as Head;
  if (head.version === LEDGER_VERSION) return head;
  throw new LedgerFormatError(
    `the ledger has version ${head.version}, this Feedwright reads ${LEDGER_VERSION}; publish with the newest Feedwright`,
  );
}

/** Puts a ledger together; each shard must be the one that the head names. */
export function decodeLedger(head: Head, shards: readonly Uint8Array[]): Ledger {
  const articles: ArticleRecord[] = [];
  const documents = new Map(Object.entries(head.documents));
  for (const [index, bytes] of shards.entries()) {
    const text = unzip(bytes);
    if (digestOf(text) !== head.shards[index]) {
      throw new LedgerFormatError(
        `part ${index + 1} of the ledger is not the one its head names; try again in a minute`,
      );
    }
    const shard = JSON.parse(text) as Shard;
    for (const record of shard.articles) articles.push(record);
    for (const [key, record] of Object.entries(shard.documents)) documents.set(key, record);
  }
  return { authority: head.authority, edition: head.edition, articles, documents };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(unzip(bytes));
  } catch (cause) {
    throw new LedgerFormatError("the ledger in the store is damaged", { cause });
  }
}

function unzip(bytes: Uint8Array): string {
  return gunzipSync(bytes).toString("utf8");
}

function digestOf(text: string): string {
  return hash("sha256", text, "hex").slice(0, 32);
}
