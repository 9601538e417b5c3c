import { decodeHead, decodeLedger } from "../../src/ledger/decode-ledger.ts";
import { encodeLedger } from "../../src/ledger/encode-ledger.ts";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { summaryOf } from "../../src/ledger/shard-summary.ts";
import type { StoredLedger } from "../../src/ledger/stored-form.ts";
import { NOTHING_STORED } from "../../src/ledger/stored-form.ts";
import { decodeSummary, encodeSummary } from "../../src/ledger/summary-bytes.ts";
import { readShard, unpackShard } from "../../src/ledger/unpack-shard.ts";

/** A ledger as it is stored, of which a shard is read where something in it is asked for. */
export interface Unread {
  readonly stored: StoredLedger;
  /** The numbers of the shards that were read, from 0. */
  readonly reads: number[];
}

/** A ledger as it is packed. */
function packed(ledger: Ledger) {
  const { head, shards } = encodeLedger(ledger, NOTHING_STORED);
  return { head: decodeHead(head), shards: shards.map(({ text }) => text) };
}

/** Stores a ledger, or what it was packed to, and reads it back by the summaries of its shards. */
export function unread(ledger: Ledger, { head, shards } = packed(ledger)): Unread {
  const reads: number[] = [];
  const all = shards.map((text, number) => {
    const { digest, shard } = readShard(unpackShard(text) ?? { digest: "", text: "" });
    if (shard === null) throw new TypeError("no shard");
    const read = () => {
      reads.push(number);
      return shard;
    };
    return { digest, summary: decodeSummary(encodeSummary(summaryOf(shard))), read };
  });
  return { stored: decodeLedger(head, all), reads };
}
