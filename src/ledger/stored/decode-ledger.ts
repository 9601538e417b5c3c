import * as v from "valibot";
import type { DocumentRecord, Ledger } from "../ledger.ts";
import type { ArticleRecord } from "../records/article-record.ts";
import { UnreadRecords } from "../records/unread-records.ts";
import { LedgerFormatError, REBUILD_HINT, refuseOtherVersions } from "./format-error.ts";
import { unpackText } from "./packed.ts";
import type { DocumentRow, Head, StoredLedger } from "./stored-form.ts";
import { HEAD, LEDGER_VERSION, recordOf } from "./stored-form.ts";
import type { UnreadShard } from "./stored-shards.ts";
import { areEven, StoredShards } from "./stored-shards.ts";
import type { ReadShard } from "./unpack-shard.ts";
import { readShard, unpackShard } from "./unpack-shard.ts";
import { UnreadDocuments } from "./unread-documents.ts";

/** Reads the head: how many shards to fetch, their digests, and where it comes from. */
export function decodeHead(bytes: Uint8Array): Head {
  const stored = parse(unpackText(bytes));
  refuseOtherVersions("the ledger", stored, [LEDGER_VERSION, 3, 2, 1]);
  const { success, output } = v.safeParse(HEAD, stored);
  if (success) return output;
  throw damaged();
}

/** Whether every shard is text; in the older form, or one half way to the newer, some are bytes. */
export function hasTextShards({ version }: Head): boolean {
  return version !== 1;
}

/**
 * Puts a ledger together of shards as they are stored, or as they were read; each must be the one that the
 * head names, or one of `underWay`: the digests that publishes were about to write which were interrupted,
 * or raced. Of one in the older form no digest is told, so that the next publish writes every shard anew.
 * Where each of them can be read later, it is, when something in it is asked for.
 */
export function decodeLedger(
  head: Head,
  shards: readonly (string | Uint8Array | ReadShard | UnreadShard | null)[],
  underWay: readonly (readonly string[])[] = [],
): StoredLedger {
  const { version: _, shards: named, documents: rows, publish = null, settled = [], watched, ...site } = head;
  const all = shards.map((given, index) => {
    const shard = typeof given === "string" || given instanceof Uint8Array ? unpacked(given) : given;
    if (shard === null || ![named, ...underWay].some((digests) => digests[index] === shard.digest)) {
      throw new LedgerFormatError(
        `part ${index + 1} of the ledger does not match its head; try again in a minute, ` +
          `or ${REBUILD_HINT}`,
      );
    }
    return shard;
  });
  const shardDigests = hasTextShards(head) ? all.map(({ digest }) => digest) : [];
  const origin = { publish, settled, ...(watched && { watched }) };
  const unread = all.every(isUnread) && areEven(all) ? all : null;
  const told = unread === null ? readWhole(rows, all) : readLater(rows, unread);
  return { ledger: { ...site, ...told }, shardDigests, ...origin };
}

type Told = Pick<Ledger, "articles" | "documents">;
type Rows = Readonly<Record<string, DocumentRow>>;

/** All that shards say. */
function readWhole(rows: Rows, shards: readonly (ReadShard | UnreadShard)[]): Told {
  const articles: ArticleRecord[] = [];
  const documents = new Map<string, DocumentRecord>();
  const remember = (rows: Rows) => {
    for (const [key, row] of Object.entries(rows)) documents.set(key, recordOf(row));
  };
  remember(rows);
  for (const one of shards) {
    const shard = isUnread(one) ? one.read() : one.shard;
    if (shard === null) throw damaged();
    for (const record of shard.articles) articles.push(record);
    remember(shard.documents);
  }
  return { articles, documents };
}

/** The same, read where something of it is asked for. */
function readLater(rows: Rows, unread: readonly UnreadShard[]): Told {
  const shards = new StoredShards(unread);
  return { articles: new UnreadRecords(shards), documents: new UnreadDocuments(rows, shards) };
}

function isUnread(shard: ReadShard | UnreadShard): shard is UnreadShard {
  return "read" in shard;
}

function unpacked(packed: string | Uint8Array): ReadShard | null {
  const text = unpackShard(packed);
  return text && readShard(text);
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
