import { PackedTexts } from "./packed-texts.ts";

/** A column: a text for each row, or a number of eight bytes, or a whole one of four. */
export type Column = readonly string[] | PackedTexts | Float64Array | Int32Array;

/** Rows of a file, column by column: so they are read without an object for each. */
export interface Table<Name extends string> {
  /** What is said of all rows together. */
  readonly about: unknown;
  readonly columns: Readonly<Record<Name, Column>>;
}

type Kind = "texts" | "packed" | "numbers" | "whole";

/** Says what the columns are, in the order in which they lie behind it. */
interface Head {
  readonly about: unknown;
  readonly columns: readonly (readonly [name: string, kind: Kind, lengthBytes: number])[];
}

const LINE_END = 0x0a;

/** A table as it is written, in pieces: a line of JSON, then one column after the other. */
export function tableBytes<Name extends string>({ about, columns }: Table<Name>): readonly Uint8Array[] {
  const pieces = Object.entries<Column>(columns).map(([name, column]) => {
    const [kind, bytes] = columnBytes(column);
    return { head: [name, kind, bytes.byteLength] as const, bytes };
  });
  const head: Head = { about, columns: pieces.map((piece) => piece.head) };
  return [Buffer.from(`${JSON.stringify(head)}\n`), ...pieces.map(({ bytes }) => bytes)];
}

/** Reads a table; throws for what is none. */
export function readTable<Name extends string>(bytes: Buffer): Table<Name> {
  const end = bytes.indexOf(LINE_END);
  const { about, columns } = JSON.parse(bytes.toString("utf8", 0, end)) as Head;
  let at = end + 1;
  const read = columns.map(([name, kind, lengthBytes]): [string, Column] => {
    const column = bytes.subarray(at, at + lengthBytes);
    at += lengthBytes;
    return [name, READ[kind](column)];
  });
  return { about, columns: Object.fromEntries(read) as Record<Name, Column> };
}

function columnBytes(column: Column): readonly [Kind, Uint8Array] {
  if (column instanceof PackedTexts) return ["packed", column.bytes];
  if (!ArrayBuffer.isView(column)) return ["texts", Buffer.from(JSON.stringify(column))];
  const kind = column instanceof Float64Array ? "numbers" : "whole";
  return [kind, new Uint8Array(column.buffer, column.byteOffset, column.byteLength)];
}

const READ: Readonly<Record<Kind, (bytes: Buffer) => Column>> = {
  texts: (bytes) => JSON.parse(bytes.toString()) as string[],
  packed: PackedTexts.in,
  // Copies: numbers lie at addresses that are multiples of their width.
  numbers: (bytes) => new Float64Array(Uint8Array.from(bytes).buffer),
  whole: (bytes) => new Int32Array(Uint8Array.from(bytes).buffer),
};
