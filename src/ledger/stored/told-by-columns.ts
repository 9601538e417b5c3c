import { PackedTexts } from "../../article/packed-texts.ts";
import type { ArticleRecord, Membership } from "../records/article-record.ts";
import type { RecordsTold } from "../records/article-records.ts";
import type { ShardSummary, SummaryColumns } from "./shard-summary.ts";

/** What columns tell of records, and the sums of texts by which these are found (`textSum`). */
export interface ToldByColumns {
  readonly told: RecordsTold;
  readonly sums: { readonly [Name in "id" | "address"]: (ordinal: number) => number };
}

/** Tells of the records of shards, which follow each other by their ordinals, what their summaries do. */
export function toldByColumns(
  summaries: readonly ShardSummary[],
  marked: readonly ArticleRecord[],
): ToldByColumns {
  const all = summaries.map(({ columns }) => columns);
  const ids = PackedTexts.joined(all.map(({ id }) => id));
  const addresses = PackedTexts.joined(all.map(({ address }) => address));
  const beside = inOne(all, "beside", () => 0);
  const besideEnd = inOne(all, "besideEnd", (one) => one.beside.length);
  const { lists, joinedAt } = allJoined(summaries);
  const [published, edition] = [floats(all, "published"), floats(all, "edition")];
  const [idSum, addressSum] = [inOne(all, "idSum", () => 0), inOne(all, "addressSum", () => 0)];
  const gone = new Uint8Array(ids.length);
  for (const { ordinal, deleted } of marked) if (deleted !== null) gone[ordinal] = 1;
  const told: RecordsTold = {
    id: (ordinal) => ids.at(ordinal) ?? "",
    address: (ordinal) => addresses.at(ordinal) ?? "",
    published: (ordinal) => published[ordinal] ?? 0,
    edition: (ordinal) => edition[ordinal] ?? 0,
    joined: (ordinal) => lists[joinedAt[ordinal] ?? -1],
    beside(ordinal) {
      const from = besideEnd[ordinal - 1] ?? 0;
      const to = besideEnd[ordinal] ?? from;
      if (to === from) return undefined;
      const all: [number, ...number[]] = [beside[from] ?? 0];
      for (let at = from + 1; at < to; at += 1) all.push(beside[at] ?? 0);
      return all;
    },
    hasBeside: (ordinal) => (besideEnd[ordinal] ?? 0) > (besideEnd[ordinal - 1] ?? 0),
    isBesideAll(ordinal, isIt) {
      const to = besideEnd[ordinal] ?? 0;
      for (let at = besideEnd[ordinal - 1] ?? 0; at < to; at += 1) if (!isIt(beside[at] ?? 0)) return false;
      return true;
    },
    isThere: (ordinal) => gone[ordinal] === 0,
  };
  const sums = {
    id: (ordinal: number) => idSum[ordinal] ?? 0,
    address: (ordinal: number) => addressSum[ordinal] ?? 0,
  };
  return { told, sums };
}

type WholeColumn = Exclude<keyof SummaryColumns, "id" | "address" | "published" | "edition">;

/** The columns of one name behind each other; each number is raised by what the shards before have of `grows`. */
function inOne(
  all: readonly SummaryColumns[],
  name: WholeColumn,
  grows: (columns: SummaryColumns) => number,
): Int32Array {
  const whole = new Int32Array(all.reduce((sum, one) => sum + one[name].length, 0));
  let [at, base] = [0, 0];
  for (const columns of all) {
    const column = columns[name];
    if (base === 0) whole.set(column, at);
    else
      for (let place = 0; place < column.length; place += 1) whole[at + place] = base + (column[place] ?? 0);
    at += column.length;
    base += grows(columns);
  }
  return whole;
}

function floats(all: readonly SummaryColumns[], name: "published" | "edition"): Float64Array {
  const whole = new Float64Array(all.reduce((sum, one) => sum + one[name].length, 0));
  let at = 0;
  for (const { [name]: column } of all) {
    whole.set(column, at);
    at += column.length;
  }
  return whole;
}

/** The lists of all shards, each once, and by ordinal where among them that of an article is; -1 where it has none. */
function allJoined(summaries: readonly ShardSummary[]): {
  readonly lists: readonly (readonly Membership[])[];
  readonly joinedAt: Int32Array;
} {
  const joinedAt = inOne(
    summaries.map(({ columns }) => columns),
    "joinedAt",
    () => 0,
  );
  const lists: (readonly Membership[])[] = [];
  const places = new Map<string, number>();
  let start = 0;
  for (const { count, joined } of summaries) {
    const placeOf = joined.map((list) => {
      const words = JSON.stringify(list);
      const place = places.get(words) ?? lists.push(list) - 1;
      places.set(words, place);
      return place;
    });
    for (let ordinal = start; ordinal < start + count; ordinal += 1) {
      joinedAt[ordinal] = placeOf[joinedAt[ordinal] ?? -1] ?? -1;
    }
    start += count;
  }
  return { lists, joinedAt };
}
