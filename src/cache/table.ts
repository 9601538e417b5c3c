/** A column: a text for each row, or a number of eight bytes. */
export type Column = readonly string[] | Float64Array;

/** Rows of a file, column by column: so they are read without an object for each. */
export interface Table<Name extends string> {
  /** What is said of all rows together. */
  readonly about: unknown;
  readonly columns: Readonly<Record<Name, Column>>;
}

/** Says what the columns are, in the order in which they lie behind it. */
interface Head {
  readonly about: unknown;
  readonly columns: readonly (readonly [name: string, kind: "texts" | "numbers", lengthBytes: number])[];
}

const LINE_END = 0x0a;

/** A table as it is written, in pieces: a line of JSON, then one column after the other. */
export function tableBytes<Name extends string>({ about, columns }: Table<Name>): readonly Uint8Array[] {
  const pieces = Object.entries<Column>(columns).map(([name, column]) => {
    const isNumbers = column instanceof Float64Array;
    const bytes = isNumbers
      ? new Uint8Array(column.buffer, column.byteOffset, column.byteLength)
      : Buffer.from(JSON.stringify(column));
    return { head: [name, isNumbers ? "numbers" : "texts", bytes.byteLength] as const, bytes };
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
    return [name, kind === "texts" ? (JSON.parse(column.toString()) as string[]) : numbersIn(column)];
  });
  return { about, columns: Object.fromEntries(read) as Record<Name, Column> };
}

/** A copy: numbers lie at addresses that are multiples of eight. */
function numbersIn(bytes: Buffer): Float64Array {
  return new Float64Array(Uint8Array.from(bytes).buffer);
}
