import type { DocumentRecord } from "../ledger/ledger.ts";
import type { DocumentRow, StoredRows } from "../ledger/stored/stored-form.ts";
import { rowOf, rowsOf } from "../ledger/stored/stored-form.ts";
import type { PlacedRun, PlacedRuns } from "./placed-runs.ts";

type Documents = ReadonlyMap<string, DocumentRecord>;

/** Documents of which most stayed: those have the records that they had `before`, and lie in runs between the others. */
export class StayingDocuments implements Documents, StoredRows {
  readonly size: number;
  readonly #others: Documents;
  readonly #runs: PlacedRuns;
  readonly #before: Documents;
  readonly #rowBefore: StoredRows["rowAt"];
  /** Whether all that was there before still is. */
  readonly #areAllThere: boolean;

  constructor(others: Documents, runs: PlacedRuns, before: Documents) {
    let known = runs.kept;
    for (const key of others.keys()) if (before.has(key)) known += 1;
    this.size = others.size + runs.kept;
    this.#others = others;
    this.#runs = runs;
    this.#before = before;
    this.#rowBefore = rowsOf(before);
    this.#areAllThere = known === before.size;
  }

  get(key: string): DocumentRecord | undefined {
    const other = this.#others.get(key);
    if (other !== undefined) return other;
    const before = this.#before.get(key);
    return before === undefined || this.#isKept(key) ? before : undefined;
  }

  rowAt(key: string): DocumentRow | undefined {
    const other = this.#others.get(key);
    if (other !== undefined) return rowOf(other);
    const before = this.#rowBefore(key);
    return before === undefined || this.#isKept(key) ? before : undefined;
  }

  has(key: string): boolean {
    return this.#others.has(key) || (this.#rowBefore(key) !== undefined && this.#isKept(key));
  }

  *keys(): MapIterator<string> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<DocumentRecord> {
    for (const [, record] of this.entries()) yield record;
  }

  *entries(): MapIterator<[string, DocumentRecord]> {
    for (const key of inOrder(this.#others.keys(), this.#runs.list)) {
      const record = this.get(key);
      if (record !== undefined) yield [key, record];
    }
  }

  [Symbol.iterator](): MapIterator<[string, DocumentRecord]> {
    return this.entries();
  }

  forEach(tell: (record: DocumentRecord, key: string, documents: Documents) => void): void {
    for (const [key, record] of this) tell(record, key, this);
  }

  #isKept(key: string): boolean {
    return this.#areAllThere || this.#runs.has(key);
  }
}

/** Keys, with those of runs in their places. */
export function* inOrder(others: Iterable<string>, runs: readonly PlacedRun[]): MapIterator<string> {
  let at = 0;
  let next = 0;
  for (const key of others) {
    for (let placed = runs[next]; placed?.at === at; next += 1, placed = runs[next]) yield* placed.run.keys();
    yield key;
    at += 1;
  }
  for (const { run } of runs.slice(next)) yield* run.keys();
}
