import * as v from "valibot";
import type { ArticleRecord } from "./article-record.ts";
import { LedgerFormatError, REBUILD_HINT, refuseOtherVersions } from "./format-error.ts";
import type { DocumentRecord } from "./ledger.ts";
import { unpackText } from "./packed.ts";
import type { DocumentRow, Head, StoredLedger } from "./stored-form.ts";
import { HEAD, LEDGER_VERSION } from "./stored-form.ts";
import type { ReadShard } from "./unpack-shard.ts";
import { readShard, unpackShard } from "./unpack-shard.ts";

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
 * Puts a ledger together of shards as they are stored, or as they were read; each must be the one that the head names, or one of `underWay`: the
 * digests that publishes were about to write which were interrupted, or raced. Of one in the older
 * form no digest is told, so that the next publish writes every shard anew.
 */
export function decodeLedger(
  head: Head,
  shards: readonly (string | Uint8Array | ReadShard | null)[],
  underWay: readonly (readonly string[])[] = [],
): StoredLedger {
  const { version: _, shards: named, documents: rows, publish = null, settled = [], watched, ...site } = head;
  const shardDigests: string[] = [];
  const articles: ArticleRecord[] = [];
  const documents = new Map<string, DocumentRecord>();
  const remember = (rows: Readonly<Record<string, DocumentRow>>) => {
    for (const [key, row] of Object.entries(rows)) documents.set(key, recordOf(row));
  };
  remember(rows);
  for (const [index, given] of shards.entries()) {
    const read = typeof given === "string" || given instanceof Uint8Array ? shardOf(given) : given;
    if (read === null || ![named, ...underWay].some((digests) => digests[index] === read.digest)) {
      throw new LedgerFormatError(
        `part ${index + 1} of the ledger does not match its head; try again in a minute, ` +
          `or ${REBUILD_HINT}`,
      );
    }
    if (read.shard === null) throw damaged();
    if (hasTextShards(head)) shardDigests.push(read.digest);
    for (const record of read.shard.articles) articles.push(record);
    remember(read.shard.documents);
  }
  const origin = { publish, settled, ...(watched && { watched }) };
  return { ledger: { ...site, articles, documents }, shardDigests, ...origin };
}

function shardOf(packed: string | Uint8Array): ReadShard | null {
  const text = unpackShard(packed);
  return text && readShard(text);
}

/** Most are a digest and an edition alone: there are several of them for each article. */
function recordOf([digest, edition, sizeBytes, inBucket]: DocumentRow): DocumentRecord {
  if (sizeBytes === undefined) return { digest, edition };
  return inBucket ? { digest, edition, sizeBytes, inBucket: true } : { digest, edition, sizeBytes };
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
