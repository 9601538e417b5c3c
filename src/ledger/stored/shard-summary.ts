import { PackedTexts } from "../../article/packed-texts.ts";
import { readTable, tableBytes } from "../../article/table.ts";
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

/** By the place of a record in its shard, but for `beside`. */
export type SummaryColumns = {
  readonly id: PackedTexts;
  readonly address: PackedTexts;
  /** Sums of them (`textSum`). */
  readonly idSum: Int32Array;
  readonly addressSum: Int32Array;
  readonly published: Float64Array;
  readonly edition: Float64Array;
  /** Among `joined`; -1 where it joined none. */
  readonly joinedAt: Int32Array;
  /** Where in `beside` what stands beside it ends; nothing does where that is where the one before it ends. */
  readonly besideEnd: Int32Array;
  readonly beside: Int32Array;
};

/** Sums up a shard; null where an id or an address has no bytes in UTF-8. */
export function summaryOf({ articles, documents }: Shard): ShardSummary | null {
  const [ids, addresses] = [articles.map(({ id }) => id), articles.map(({ address }) => address)];
  if (![...ids, ...addresses].every((text) => text.isWellFormed())) return null;
  const beside: number[] = [];
  const joined = new Map<string, number>();
  const rows = Object.values(documents);
  const columns: SummaryColumns = {
    id: PackedTexts.of(ids),
    address: PackedTexts.of(addresses),
    idSum: Int32Array.from(ids, textSum),
    addressSum: Int32Array.from(addresses, textSum),
    published: Float64Array.from(articles, ({ published }) => published),
    edition: Float64Array.from(articles, ({ edition }) => edition),
    joinedAt: Int32Array.from(articles, (record) => placeOf(record.joined, joined)),
    besideEnd: Int32Array.from(articles, (record) => beside.push(...(record.beside ?? []))),
    beside: Int32Array.from(beside),
  };
  return {
    count: articles.length,
    documents: rows.length,
    unknown: rows.filter(([digest]) => digest === UNKNOWN_DIGEST).length,
    marked: articles.filter(isMarked),
    joined: Array.from(joined.keys(), (words) => JSON.parse(words) as readonly Membership[]),
    columns,
  };
}

/** A summary as it is kept. */
export function encodeSummary({ columns, ...about }: ShardSummary): Buffer {
  return Buffer.concat(tableBytes({ about, columns }));
}

/** Reads what `encodeSummary` wrote; throws for what is no table. */
export function decodeSummary(bytes: Buffer): ShardSummary {
  const { about, columns } = readTable<keyof SummaryColumns>(bytes);
  return { ...(about as Omit<ShardSummary, "columns">), columns: columns as SummaryColumns };
}

function placeOf(list: readonly Membership[] | undefined, places: Map<string, number>): number {
  if (list === undefined) return -1;
  const words = JSON.stringify(list);
  const place = places.get(words) ?? places.size;
  places.set(words, place);
  return place;
}
