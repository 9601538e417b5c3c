import type { FileStamp } from "./file-stamp.ts";
import type { RememberedFile } from "./remembered-file.ts";
import type { SegmentPlace } from "./segment.ts";
import type { Table } from "./table.ts";

/** The columns of what is remembered of source files. */
export type FileColumn = "path" | "sha256" | "numbers";

type Columns = Table<FileColumn>["columns"] & {
  readonly path: readonly string[];
  readonly sha256: readonly string[];
  readonly numbers: Float64Array;
};

/** Of each file so many numbers: its stamp, the place of its segment among all, and where in that it lies. */
const NUMBERS = 11;
const [STAMP_AT, SEGMENT_AT, OUTCOME_AT, TEXT_AT] = [0, 4, 5, 8] as const;

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

  /** Whether it is the same as another one; without an object for either. */
  hasStamp([sizeBytes, mtimeMs, ctimeMs, inode]: FileStamp): boolean {
    return (
      this.#number(STAMP_AT) === sizeBytes &&
      this.#number(STAMP_AT + 1) === mtimeMs &&
      this.#number(STAMP_AT + 2) === ctimeMs &&
      this.#number(STAMP_AT + 3) === inode
    );
  }

  get sha256(): string {
    return this.#columns.sha256[this.#row] ?? "";
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

/** The files of a table, by path. */
export function filesIn(
  { columns }: Table<FileColumn>,
  segments: readonly string[],
): Map<string, RememberedFile> {
  const known = columns as Columns;
  return new Map(known.path.map((path, row) => [path, new FileInTable(known, segments, row)]));
}

/** Files as columns, and the segments that they lie in. */
export function tableOfFiles(files: ReadonlyMap<string, RememberedFile>): {
  readonly columns: Columns;
  readonly segments: readonly string[];
} {
  const numbers = new Float64Array(files.size * NUMBERS);
  const segments = new Map<string, number>();
  let at = 0;
  for (const { stamp, place } of files.values()) {
    const segment = segments.get(place.segment) ?? segments.size;
    segments.set(place.segment, segment);
    numbers.set([...(stamp ?? [0, 0, 0, 0]), segment, ...place.outcome, ...place.text], at);
    at += NUMBERS;
  }
  const sha256 = [...files.values()].map((file) => file.sha256);
  return { columns: { path: [...files.keys()], sha256, numbers }, segments: [...segments.keys()] };
}
