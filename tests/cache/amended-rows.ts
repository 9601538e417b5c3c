import { join } from "node:path";
import { AmendedFile } from "../../src/cache/amended-file.ts";
import { changedKeys } from "../../src/cache/changed-keys.ts";
import { jsonLines } from "../../src/cache/checked-file.ts";
import { inFolderOrder } from "../../src/cache/path-rows.ts";
import { RowsByPath } from "../../src/cache/rows-by-path.ts";

type Rows = ReadonlyMap<string, number>;

type NumberRow = readonly [key: string, value: number];

/** A file of numbers by path, and what is other beside it. */
export function fileIn(folder: string): AmendedFile<number, NumberRow> {
  return new AmendedFile(join(folder, "rows"), join(folder, "beside"), {
    row: (key, value) => [key, value],
    value: ([, value]) => Number(value),
  });
}

/** What a file says, as a bake reads it. */
export function readIn(folder: string): Rows | null {
  return read(fileIn(folder));
}

/** What a file says that is open. */
export function read(file: AmendedFile<number, NumberRow>): Map<string, number> | null {
  const rows = file.read(
    (bytes) => tableOf(JSON.parse(bytes.toString())),
    (rows) => rows,
  );
  return rows && new Map(rows.entries());
}

function tableOf(rows: readonly NumberRow[]): RowsByPath<number> {
  const paths = rows.map(([path]) => path);
  return new RowsByPath(paths, (row) => rows[row]?.[1] ?? Number.NaN);
}

/** Reads and writes, as a bake does. */
export function become(folder: string, rows: Rows): void {
  const file = fileIn(folder);
  const before = read(file);
  file.write(rows, before && changedKeys(rows, before), () => jsonLines(inFolderOrder(rows)));
}

/** In the order of the folder, as files are written. */
export const MANY: Rows = new Map(
  inFolderOrder(new Map(Array.from({ length: 64 }, (_, at) => [`row ${at}`, at]))),
);
/** All of them, but for some. */
export const but = (changes: Readonly<Record<string, number>>, rows = MANY): Rows =>
  new Map([...rows, ...Object.entries(changes)]);
