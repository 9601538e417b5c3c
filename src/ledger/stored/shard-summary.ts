import { textSum } from "../../article/text-table.ts";
import { UNKNOWN_DIGEST } from "../document-digest.ts";
import type { ArticleRecord, Membership } from "../records/article-record.ts";
import { isMarked } from "../records/article-record.ts";
import type { Shard } from "./stored-form.ts";

/** What is told of a shard without reading it, column by column. */
export interface ShardSummary {
  /** How many records it has, and how many documents; of so many of these nothing is known. */
  readonly count: number;
  readonly documents: number;
  readonly unknown: number;
  /** Records of which there is more to say than stands in columns. */
  readonly marked: readonly ArticleRecord[];
  /** The lists of channels that articles joined, each once. */
  readonly joined: readonly (readonly Membership[])[];
  readonly columns: SummaryColumns;
}

/** By the place of a record in its shard. */
export interface SummaryColumns {
  readonly published: Float64Array;
  readonly edition: Float64Array;
  /** Sums of the id and of the address (`textSum`). */
  readonly idSum: Int32Array;
  readonly addressSum: Int32Array;
  /** Where in `texts` the address ends; the next one's id begins there. The id ends where its address begins. */
  readonly idEnd: Int32Array;
  readonly addressEnd: Int32Array;
  /** Among `joined`; -1 where it joined none. */
  readonly joinedAt: Int32Array;
  /** Where in `beside` what stands beside it ends; nothing does where that is where the one before it ends. */
  readonly besideEnd: Int32Array;
  readonly beside: Int32Array;
  /** In UTF-8. */
  readonly texts: Uint8Array;
}

/** Sums up a shard; null where an id or an address has no bytes in UTF-8. */
export function summaryOf({ articles, documents }: Shard): ShardSummary | null {
  if (!articles.every(({ id, address }) => id.isWellFormed() && address.isWellFormed())) return null;
  const count = articles.length;
  const whole = () => new Int32Array(count);
  const [idSum, addressSum, idEnd, addressEnd, joinedAt, besideEnd] = [
    whole(),
    whole(),
    whole(),
    whole(),
    whole(),
    whole(),
  ];
  const texts: string[] = [];
  const beside: number[] = [];
  const joined = new Map<string, number>();
  let end = 0;
  for (const [at, record] of articles.entries()) {
    texts.push(record.id, record.address);
    idSum[at] = textSum(record.id);
    addressSum[at] = textSum(record.address);
    idEnd[at] = end + Buffer.byteLength(record.id);
    end = (idEnd[at] ?? 0) + Buffer.byteLength(record.address);
    addressEnd[at] = end;
    joinedAt[at] = placeOf(record.joined, joined);
    for (const one of record.beside ?? []) beside.push(one);
    besideEnd[at] = beside.length;
  }
  const rows = Object.values(documents);
  return {
    count,
    documents: rows.length,
    unknown: rows.filter(([digest]) => digest === UNKNOWN_DIGEST).length,
    marked: articles.filter(isMarked),
    joined: Array.from(joined.keys(), (words) => JSON.parse(words) as readonly Membership[]),
    columns: {
      published: Float64Array.from(articles, ({ published }) => published),
      edition: Float64Array.from(articles, ({ edition }) => edition),
      idSum,
      addressSum,
      idEnd,
      addressEnd,
      joinedAt,
      besideEnd,
      beside: Int32Array.from(beside),
      texts: Buffer.from(texts.join("")),
    },
  };
}

function placeOf(list: readonly Membership[] | undefined, places: Map<string, number>): number {
  if (list === undefined) return -1;
  const words = JSON.stringify(list);
  const place = places.get(words) ?? places.size;
  places.set(words, place);
  return place;
}
