import { placeIn } from "../article/folder-order.ts";
import type { PathRows } from "./path-rows.ts";

/**
 * Rows of a table by path, and those that became others since it was written. A value is made when it is
 * asked for: there are very many, of which most are only held against what they were.
 */
export class RowsByPath<V> implements PathRows<V> {
  /** In the order of the folder. */
  readonly #paths: readonly string[];
  readonly #valueAt: (row: number) => V;
  /** Behind the rows of the table stand the others. */
  readonly #others: (readonly [path: string, value: V])[] = [];
  /** Where they stand, and -1 for rows that are gone. */
  readonly #amended = new Map<string, number>();
  /** Rows of the table in whose place others stand, or none. */
  readonly #isOver: Uint8Array;
  #over = 0;
  /** Where the next path is looked for first. */
  #next = 0;

  constructor(paths: readonly string[], valueAt: (row: number) => V) {
    this.#paths = paths;
    this.#valueAt = valueAt;
    this.#isOver = new Uint8Array(paths.length);
  }

  /** Takes out rows, and puts others in their places. */
  amend(gone: Iterable<string>, others: Iterable<readonly [path: string, value: V]>): void {
    for (const path of gone) this.#end(path, -1);
    for (const [path, value] of others)
      this.#end(path, this.#paths.length + this.#others.push([path, value]) - 1);
  }

  /** How many rows there are, with those that count no more. */
  get length(): number {
    return this.#paths.length + this.#others.length;
  }

  get size(): number {
    return this.length - this.#over;
  }

  /** The row of a path; -1 where there is none. */
  rowOf(path: string): number {
    const amended = this.#amended.get(path);
    if (amended !== undefined) return amended;
    if (this.#paths[this.#next] === path) {
      this.#next += 1;
      return this.#next - 1;
    }
    return this.#search(path);
  }

  /** Whether a row still counts. */
  isThere(row: number): boolean {
    if (row < this.#paths.length) return this.#isOver[row] === 0;
    return this.#amended.get(this.pathAt(row)) === row;
  }

  /** 1 for each row that counts. */
  all(): Uint8Array {
    const all = new Uint8Array(this.length).fill(1);
    for (let row = 0; row < this.length; row += 1) if (!this.isThere(row)) all[row] = 0;
    return all;
  }

  pathAt(row: number): string {
    return this.#paths[row] ?? this.#others[row - this.#paths.length]?.[0] ?? "";
  }

  at(row: number): V {
    return this.otherAt(row) ?? this.#valueAt(row);
  }

  /** The value of a row that is none of the table's; undefined for those of the table. */
  otherAt(row: number): V | undefined {
    return row < this.#paths.length ? undefined : this.#others[row - this.#paths.length]?.[1];
  }

  get(path: string): V | undefined {
    const row = this.rowOf(path);
    return row < 0 ? undefined : this.at(row);
  }

  *entries(): Generator<readonly [path: string, value: V]> {
    for (let row = 0; row < this.length; row += 1)
      if (this.isThere(row)) yield [this.pathAt(row), this.at(row)];
  }

  #end(path: string, row: number): void {
    const before = this.rowOf(path);
    if (before >= 0) this.#over += 1;
    if (before >= 0 && before < this.#paths.length) this.#isOver[before] = 1;
    this.#amended.set(path, row);
  }

  #search(path: string): number {
    const at = placeIn(this.#paths, (one) => one, path);
    const isIt = this.#paths[at] === path;
    this.#next = isIt ? at + 1 : at;
    return isIt ? at : -1;
  }
}
