import { PackedTexts } from "../article/packed-texts.ts";
import type { Table } from "../article/table.ts";
import type { FileStamp } from "./file-stamp.ts";
import { isSameStamp, stampIn } from "./file-stamp.ts";
import type { PathRows } from "./path-rows.ts";
import { inFolderOrder } from "./path-rows.ts";
import type { RememberedFile } from "./remembered-file.ts";
import { RowsByPath } from "./rows-by-path.ts";
import type { SegmentPlace } from "./segment.ts";

/** The columns of what is remembered of source files. */
export type FileColumn = "path" | "sha256" | "numbers";

type Columns = {
  readonly path: readonly string[];
  readonly sha256: PackedTexts;
  readonly numbers: Float64Array;
};

/** Of each file so many numbers: its stamp, the place of its segment among all, and where in that it lies. */
const NUMBERS = 11;
const [STAMP_AT, SEGMENT_AT, OUTCOME_AT, TEXT_AT] = [0, 4, 5, 8] as const;

/** The files of a table, by path; those that became others since are among them. */
export class FilesInTable {
  readonly rows: RowsByPath<RememberedFile>;
  readonly #columns: Columns;
  readonly #segments: readonly string[];

  constructor({ columns }: Table<FileColumn>, segments: readonly string[]) {
    this.#columns = columns as Columns;
    this.#segments = segments;
    this.rows = new RowsByPath(this.#columns.path, (row) => new FileInTable(this.#columns, segments, row));
  }

  /** Whether the file of a row has a stamp; without an object for either. */
  hasStamp(row: number, stamps: ArrayLike<number>, at: number): boolean {
    const other = this.rows.otherAt(row);
    if (other !== undefined) {
      return other.stamp !== null && isSameStamp(other.stamp, stampIn(stamps, at));
    }
    const { numbers } = this.#columns;
    const own = row * NUMBERS;
    return (
      numbers[own] === stamps[at] &&
      numbers[own + 1] === stamps[at + 1] &&
      numbers[own + 2] === stamps[at + 2] &&
      numbers[own + 3] === stamps[at + 3] &&
      // What could not be looked at has an inode of no file.
      stamps[at + 3] !== 0
    );
  }

  /** SHA-256 of the files in the table, by row; of those behind them `sha256At` tells. */
  get sha256(): PackedTexts {
    return this.#columns.sha256;
  }

  sha256At(row: number): string {
    return this.rows.otherAt(row)?.sha256 ?? this.#columns.sha256.at(row) ?? "";
  }

  /** The segments that the rows which stay lie in. */
  segmentsOf(stays: Uint8Array): ReadonlySet<string> {
    const { numbers, path } = this.#columns;
    const isNamed = new Uint8Array(this.#segments.length);
    for (let row = 0; row < path.length; row += 1) {
      if (stays[row] === 1) isNamed[numbers[row * NUMBERS + SEGMENT_AT] ?? 0] = 1;
    }
    const segments = new Set(this.#segments.filter((_, at) => isNamed[at] === 1));
    for (let row = path.length; row < this.rows.length; row += 1) {
      if (stays[row] === 1) segments.add(this.rows.at(row).place.segment);
    }
    return segments;
  }
}

/** A file as a row of a table: what is asked of it is made when it is asked. */
export class FileInTable implements RememberedFile {
  readonly #columns: Columns;
  readonly #segments: readonly string[];
  readonly #row: number;

  constructor(columns: Columns, segments: readonly string[], row: number) {
    this.#columns = columns;
    this.#segments = segments;
    this.#row = row;
  }

  get stamp(): FileStamp | null {
    // No file has no inode.
    return this.#number(STAMP_AT + 3) === 0 ? null : [...this.#three(STAMP_AT), this.#number(STAMP_AT + 3)];
  }

  get sha256(): string {
    return this.#columns.sha256.at(this.#row) ?? "";
  }

  get place(): SegmentPlace {
    const segment = this.#segments[this.#number(SEGMENT_AT)] ?? "";
    return { segment, outcome: this.#three(OUTCOME_AT), text: this.#three(TEXT_AT) };
  }

  #three(at: number): readonly [number, number, number] {
    return [this.#number(at), this.#number(at + 1), this.#number(at + 2)];
  }

  #number(at: number): number {
    return this.#columns.numbers[this.#row * NUMBERS + at] ?? 0;
  }
}

/** Where nothing is remembered. */
export const NO_FILES = new FilesInTable(
  { columns: { path: [], sha256: PackedTexts.of([]), numbers: new Float64Array() }, about: null },
  [],
);

/** Files as columns, and the segments that they lie in. */
export function tableOfFiles(files: Pick<PathRows<RememberedFile>, "size" | "entries">): {
  readonly columns: Columns;
  readonly segments: readonly string[];
} {
  const [path, sha256]: [string[], string[]] = [[], []];
  const numbers = new Float64Array(files.size * NUMBERS);
  const segments = new Map<string, number>();
  let at = 0;
  for (const [name, { stamp, sha256: digest, place }] of inFolderOrder(files)) {
    path.push(name);
    sha256.push(digest);
    const segment = segments.get(place.segment) ?? segments.size;
    segments.set(place.segment, segment);
    numbers.set([...(stamp ?? [0, 0, 0, 0]), segment, ...place.outcome, ...place.text], at);
    at += NUMBERS;
  }
  return { columns: { path, sha256: PackedTexts.of(sha256), numbers }, segments: [...segments.keys()] };
}
