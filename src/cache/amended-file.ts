import { rmSync } from "node:fs";
import { jsonLines, readChecked, readCheckedBytes, writeChecked } from "./checked-file.ts";
import type { PathRows } from "./path-rows.ts";
import type { RowsByPath } from "./rows-by-path.ts";

/** A row of a file: the path that it is of, then what is remembered of that. */
export type Row = readonly [path: string, ...unknown[]];

/** How a value stands in a row of a file. */
export interface RowForm<V, R extends Row> {
  readonly row: (path: string, value: V) => R;
  readonly value: (row: R) => V;
}

/** What has become other since a file was written: the checksum of that file, paths that went, and rows. */
type Amendments<R> = readonly [of: string, gone: readonly string[], rows: readonly R[]];

/** As long as not more than this part of a file is other, it is not written anew. */
const AMENDED_PART = 1 / 16;

/**
 * A checked file of many rows of which few change from one bake to the next: those go into a file beside
 * it, which counts for this file alone. What is damaged of either counts as not there.
 */
export class AmendedFile<V, R extends Row> {
  readonly #file: string;
  readonly #beside: string;
  readonly #form: RowForm<V, R>;
  /** Of the file as it lies there. */
  #checksum: string | null = null;
  /** Paths that are other than in the file. */
  readonly #amended = new Set<string>();

  constructor(file: string, beside: string, form: RowForm<V, R>) {
    this.#file = file;
    this.#beside = beside;
    this.#form = form;
  }

  /** What `decode` makes of the file, its rows brought up to date; null where it makes nothing of it. */
  read<T>(decode: (bytes: Buffer) => T | null, rowsOf: (decoded: T) => RowsByPath<V>): T | null {
    const found = readCheckedBytes(this.#file, (bytes, checksum) => {
      const decoded = decode(bytes);
      return decoded === null ? null : { decoded, checksum };
    });
    if (found === null) return null;
    this.#checksum = found.checksum;
    const rows = rowsOf(found.decoded);
    // As they were written, since their checksum is.
    const amendments = readChecked(this.#beside, (text) => JSON.parse(text) as Amendments<R>);
    if (amendments?.[0] !== found.checksum) return found.decoded;
    const [, gone, changed] = amendments;
    rows.amend(
      gone,
      changed.map((row) => [row[0], this.#form.value(row)]),
    );
    for (const path of [...gone, ...changed.map(([path]) => path)]) this.#amended.add(path);
    return found.decoded;
  }

  /**
   * Writes the rows at paths that are other than they were before, or are gone; or `whole`, where that is
   * much, or where what was read does not count (null). Throws what the disk throws.
   */
  write(
    rows: Pick<PathRows<V>, "size" | "get">,
    others: Iterable<string> | null,
    whole: () => Iterable<string | Uint8Array>,
  ): void {
    for (const path of others ?? []) this.#amended.add(path);
    const isMuch = this.#amended.size > rows.size * AMENDED_PART;
    if (others === null || this.#checksum === null || isMuch) {
      this.#checksum = writeChecked(this.#file, whole());
      this.#amended.clear();
      rmSync(this.#beside, { force: true });
      return;
    }
    const gone: string[] = [];
    const changed: R[] = [];
    for (const path of this.#amended) {
      const value = rows.get(path);
      if (value === undefined) gone.push(path);
      else changed.push(this.#form.row(path, value));
    }
    writeChecked(this.#beside, jsonLines([this.#checksum, gone, changed]));
  }
}
