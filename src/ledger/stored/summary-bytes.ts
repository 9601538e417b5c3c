import type { ShardSummary, SummaryColumns } from "./shard-summary.ts";

/** The columns in the order in which they lie, the widest first, so that each begins at a multiple of its width. */
const COLUMNS = [
  ["published", Float64Array],
  ["edition", Float64Array],
  ["idSum", Int32Array],
  ["addressSum", Int32Array],
  ["idEnd", Int32Array],
  ["addressEnd", Int32Array],
  ["joinedAt", Int32Array],
  ["besideEnd", Int32Array],
  ["beside", Int32Array],
  ["texts", Uint8Array],
] as const satisfies readonly (readonly [keyof SummaryColumns, unknown])[];

/** What stands before the columns, and how many members each of them has. */
type Head = Omit<ShardSummary, "columns"> & { readonly lengths: readonly number[] };

const LINE_END = 0x0a;

/** A summary as bytes: a line of JSON, then its columns. */
export function encodeSummary({ columns, ...said }: ShardSummary): Uint8Array {
  const lengths = COLUMNS.map(([name]) => columns[name].length);
  const head: Head = { ...said, lengths };
  const parts = COLUMNS.map(([name]) => {
    const { buffer, byteOffset, byteLength } = columns[name];
    return new Uint8Array(buffer, byteOffset, byteLength);
  });
  return Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...parts]);
}

/** Reads what `encodeSummary` wrote; throws for what it did not. */
export function decodeSummary(bytes: Uint8Array): ShardSummary {
  const end = bytes.indexOf(LINE_END);
  const { lengths, ...said } = JSON.parse(Buffer.from(bytes.subarray(0, end)).toString()) as Head;
  // A copy: numbers lie at multiples of their width.
  const { buffer } = Uint8Array.from(bytes.subarray(end + 1));
  let at = 0;
  const read = COLUMNS.map(([name, Kind], place) => {
    const column = new Kind(buffer, at, lengths[place]);
    at += column.byteLength;
    return [name, column] as const;
  });
  return { ...said, columns: Object.fromEntries(read) as unknown as SummaryColumns };
}
