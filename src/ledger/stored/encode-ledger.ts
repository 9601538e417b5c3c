import { gzipSync } from "node:zlib";
import { digestOf } from "../../article/digest.ts";
import type { Ledger } from "../ledger.ts";
import { keysOf } from "../records/article-record.ts";
import type { ArticleRecords } from "../records/article-records.ts";
import { markedIn, toldOf } from "../records/told-records.ts";
import { packText } from "./packed.ts";
import { recordsOfShard } from "./shard-of.ts";
import { SHARD_SIZE } from "./shard-size.ts";
import type { DocumentRow, Head, LedgerOrigin, StoredLedger } from "./stored-form.ts";
import { LEDGER_VERSION, NO_ORIGIN, rowsOf } from "./stored-form.ts";
import { touchedShards } from "./touched-shards.ts";

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

/**
 * Packs the shards of a ledger. One whose records are the very objects of `stored` is not packed again.
 * `touched` are all documents that may be others than in `stored`, where somebody knows that.
 */
export function encodeShards(
  ledger: Ledger,
  stored: Pick<StoredLedger, "ledger" | "shardDigests">,
  touched?: ReadonlySet<string>,
): EncodedShards {
  const shards: { number: number; text: string }[] = [];
  const digests: string[] = [];
  const isTouched = touchedShards(ledger, stored, touched);
  for (let start = 0; start < ledger.articles.length; start += SHARD_SIZE) {
    const number = digests.length + 1;
    const known = stored.shardDigests[number - 1];
    if (known !== undefined && !isTouched(number - 1)) {
      digests.push(known);
      continue;
    }
    const articles = recordsOfShard(ledger.articles, number - 1);
    // Two articles may have had one address, of which there is one document.
    const keys = new Set(articles.flatMap(keysOf));
    const text = `{"articles":${JSON.stringify(articles)},"documents":${rowsText(keys, ledger)}}`;
    const digest = digestOf(text);
    digests.push(digest);
    if (digest !== known) shards.push({ number, text: packText(text) });
  }
  return { shards, shardDigests: digests };
}

/** Packs what stands in no shard, with the digests of those. `others` are its documents, where somebody knows them. */
export function encodeHead(
  ledger: Ledger,
  shardDigests: readonly string[],
  { publish, settled, watched = [] }: LedgerOrigin = NO_ORIGIN,
  others: Iterable<string> = otherKeys(ledger),
): Uint8Array {
  const { articles: _, documents: __, ...site } = ledger;
  const head: Omit<Head, "documents"> = { version: versionOf(ledger), ...site, shards: [...shardDigests] };
  const origin: Partial<Head> = {
    ...(publish !== null && { publish }),
    ...(settled.length > 0 && { settled: [...settled] }),
    ...(watched.length > 0 && { watched: [...watched] }),
  };
  const rest = JSON.stringify(origin).slice(1);
  const documents = rowsText(others, ledger);
  return gzipSync(
    `${JSON.stringify(head).slice(0, -1)},"documents":${documents}${rest === "}" ? "" : ","}${rest}`,
  );
}

/** The documents that stand at no article's address, in their order. */
export function otherKeys({ articles, documents }: Ledger): readonly string[] {
  const inShards = new Set([...articles].flatMap(keysOf));
  return [...documents.keys()].filter((key) => !inShards.has(key));
}

/** The lowest that can express it: an older Feedwright goes on reading what it would understand. */
function versionOf({ articles, sealed = [] }: Ledger): number {
  const all = [articles, ...sealed.map((change) => change.articles)];
  const has = (isIt: (records: ArticleRecords) => boolean) => all.some(isIt);
  if (has((records) => someTold(records, toldOf(records).beside))) return LEDGER_VERSION;
  return has((records) => someTold(records, toldOf(records).joined) || hasImplied(records)) ? 3 : 2;
}

/** Whether something is told of one of them at least. */
function someTold({ length }: ArticleRecords, told: (ordinal: number) => unknown): boolean {
  for (let ordinal = 0; ordinal < length; ordinal += 1) if (told(ordinal) !== undefined) return true;
  return false;
}

function hasImplied(records: ArticleRecords): boolean {
  return Iterator.from(markedIn(records)).some(({ implied }) => implied !== undefined);
}

/** Documents by their keys, in JSON. They are so many that no object is made of them. */
function rowsText(keys: Iterable<string>, { documents }: Ledger): string {
  const rowAt = rowsOf(documents);
  const rows: string[] = [];
  for (const key of keys) {
    const row = rowAt(key);
    if (row !== undefined) rows.push(`${JSON.stringify(key)}:${rowText(row)}`);
  }
  return `{${rows.join()}}`;
}

/** Most have a digest and an edition alone. */
function rowText(row: DocumentRow): string {
  return row.length === 2 ? `[${JSON.stringify(row[0])},${row[1]}]` : JSON.stringify(row);
}
