import type { PathRows } from "./path-rows.ts";
import type { RowsByPath } from "./rows-by-path.ts";

/** What rows become: some of them stay, and there are others. */
export class NextRows<V> implements PathRows<V> {
  readonly #before: RowsByPath<V>;
  /** By row. */
  readonly #stays: Uint8Array;
  readonly #others: ReadonlyMap<string, V>;
  readonly size: number;
  /** Paths that are others than before, or gone. */
  readonly changed: readonly string[];

  constructor(before: RowsByPath<V>, stays: Uint8Array, others: ReadonlyMap<string, V>) {
    this.#before = before;
    this.#stays = stays;
    this.#others = others;
    let size = others.size;
    const changed = [...others.keys()];
    for (let row = 0; row < before.length; row += 1) {
      if (stays[row] === 1) size += 1;
      else if (before.isThere(row) && !others.has(before.pathAt(row))) changed.push(before.pathAt(row));
    }
    this.size = size;
    this.changed = changed;
  }

  get(path: string): V | undefined {
    const row = this.#others.has(path) ? -1 : this.#before.rowOf(path);
    return row >= 0 && this.#stays[row] === 1 ? this.#before.at(row) : this.#others.get(path);
  }

  *entries(): Generator<readonly [path: string, value: V]> {
    for (let row = 0; row < this.#before.length; row += 1) {
      if (this.#stays[row] === 1) yield [this.#before.pathAt(row), this.#before.at(row)];
    }
    yield* this.#others;
  }
}
