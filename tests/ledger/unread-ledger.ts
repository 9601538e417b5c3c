import { digestOf } from "../../src/article/digest.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { keysOf } from "../../src/ledger/records/article-record.ts";
import { decodeHead, decodeLedger } from "../../src/ledger/stored/decode-ledger.ts";
import { encodeHead, otherKeys } from "../../src/ledger/stored/encode-ledger.ts";
import { decodeSummary, encodeSummary, summaryOf } from "../../src/ledger/stored/shard-summary.ts";
import type { Shard, StoredLedger } from "../../src/ledger/stored/stored-form.ts";
import { rowOf } from "../../src/ledger/stored/stored-form.ts";

/** A ledger as it is stored, with as many articles in a shard as a test needs. */
export interface Packed {
  readonly shards: readonly Shard[];
  readonly head: Uint8Array;
}

/** A ledger as it is stored, of which a shard is read where something in it is asked for. */
export interface Unread {
  readonly stored: StoredLedger;
  /** The numbers of the shards that were read, from 0. */
  readonly reads: number[];
}

/** Packs a ledger; `others` are the documents in its head. */
export function packed(ledger: Ledger, size: number, others: Iterable<string> = otherKeys(ledger)): Packed {
  const { documents } = ledger;
  const articles = [...ledger.articles];
  const shards: Shard[] = [];
  for (let start = 0; start < articles.length; start += size) {
    const part = articles.slice(start, start + size);
    const rows = new Set(part.flatMap(keysOf)).values().flatMap((key) => {
      const record = documents.get(key);
      return record === undefined ? [] : [`${JSON.stringify(key)}:${JSON.stringify(rowOf(record))}`];
    });
    const text = `{"articles":${JSON.stringify(part)},"documents":{${[...rows].join()}}}`;
    shards.push(JSON.parse(text) as Shard);
  }
  const digests = shards.map((shard) => digestOf(JSON.stringify(shard)));
  return { shards, head: encodeHead(ledger, digests, undefined, others) };
}

/** Reads a ledger as a whole. */
export function whole({ shards, head }: Packed): StoredLedger {
  return decodeLedger(
    decodeHead(head),
    shards.map((shard) => ({ digest: digestOf(JSON.stringify(shard)), shard })),
  );
}

/** Reads it by the summaries of its shards. */
export function unread({ shards, head }: Packed): Unread {
  const reads: number[] = [];
  const all = shards.map((shard, number) => {
    const summary = summaryOf(shard);
    if (summary === null) throw new TypeError("no summary");
    const read = () => {
      reads.push(number);
      return shard;
    };
    const digest = digestOf(JSON.stringify(shard));
    return { digest, summary: decodeSummary(encodeSummary(summary)), read };
  });
  return { stored: decodeLedger(decodeHead(head), all), reads };
}
