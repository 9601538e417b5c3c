import { TextTable } from "../../article/text-table.ts";
import type { ArticleRecord } from "../records/article-record.ts";
import type { RecordFinder, RecordsTold } from "../records/article-records.ts";
import { ordinalsOf } from "../records/told-records.ts";
import type { StoredRecords } from "../records/unread-records.ts";
import type { ShardSummary } from "./shard-summary.ts";
import type { Shard } from "./stored-form.ts";
import type { ToldByColumns } from "./told-by-columns.ts";
import { toldByColumns } from "./told-by-columns.ts";

/** A shard that is read when something in it is asked for. */
export interface UnreadShard {
  readonly digest: string;
  readonly summary: ShardSummary;
  readonly read: () => Shard;
}

/** Whether shards are of one size but for the last, so that an ordinal tells in which one its record stands. */
export function areEven(shards: readonly UnreadShard[]): boolean {
  const [size = 0, ...others] = shards.map(({ summary }) => summary.count);
  return size > 0 && others.every((count, at) => (at < others.length - 1 ? count === size : count <= size));
}

/** The shards of a ledger as it is stored, each read once, and only where something in it is asked for. */
export class StoredShards implements StoredRecords {
  readonly summaries: readonly ShardSummary[];
  readonly count: number;
  readonly marked: readonly ArticleRecord[];
  readonly told: RecordsTold;
  readonly #shards: readonly UnreadShard[];
  readonly #size: number;
  readonly #sums: ToldByColumns["sums"];
  readonly #finders: { id?: TextTable; address?: TextTable } = {};
  readonly #read: (Shard | undefined)[] = [];
  /** By ordinal. */
  readonly #marked: ReadonlyMap<number, ArticleRecord>;

  /** They are even. */
  constructor(shards: readonly UnreadShard[]) {
    this.#shards = shards;
    this.#size = shards[0]?.summary.count ?? 1;
    this.summaries = shards.map(({ summary }) => summary);
    this.count = this.summaries.reduce((sum, { count }) => sum + count, 0);
    this.marked = this.summaries.flatMap(({ marked }) => marked);
    this.#marked = new Map(this.marked.map((record) => [record.ordinal, record]));
    const { told, sums } = toldByColumns(this.summaries, this.marked);
    this.told = told;
    this.#sums = sums;
  }

  finder(by: "id" | "address"): RecordFinder {
    this.#finders[by] ??= new TextTable(ordinalsOf({ length: this.count }), this.told[by], this.#sums[by]);
    return this.#finders[by];
  }

  /** Addresses that several articles may have, or have had. */
  sharedAddresses(): ReadonlySet<string> {
    const shared = new Set(this.marked.flatMap(({ earlier }) => earlier));
    const sums = Int32Array.from(ordinalsOf({ length: this.count }), this.#sums.address).sort();
    const twice = new Set(sums.filter((sum, at) => sum === sums[at - 1]));
    if (twice.size === 0) return shared;
    for (let ordinal = 0; ordinal < this.count; ordinal += 1) {
      if (twice.has(this.#sums.address(ordinal))) shared.add(this.told.address(ordinal));
    }
    return shared;
  }

  recordAt(ordinal: number): ArticleRecord | undefined {
    const marked = this.#marked.get(ordinal);
    if (marked !== undefined || ordinal < 0 || ordinal >= this.count) return marked;
    return this.shardAt(this.numberOf(ordinal))?.articles[ordinal % this.#size];
  }

  /** The number of the shard in which the record with an ordinal stands, from 0. */
  numberOf(ordinal: number): number {
    return Math.floor(ordinal / this.#size);
  }

  /** A shard by its number. */
  shardAt(number: number): Shard | undefined {
    this.#read[number] ??= this.#shards[number]?.read();
    return this.#read[number];
  }
}
