import * as v from "valibot";
import { digestOf } from "../article/digest.ts";
import { LedgerFormatError, REBUILD_HINT, refuseOtherVersions } from "./format-error.ts";
import type { ArticleRecord, DocumentRecord } from "./ledger.ts";
import { unpackText } from "./packed.ts";
import type { DocumentRow, Head, Shard, StoredLedger } from "./stored-form.ts";
import { HEAD, LEDGER_VERSION } from "./stored-form.ts";

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
