import type { DocumentRecord } from "../ledger/ledger.ts";
import { DocumentsByKey } from "../ledger/stored/documents-by-key.ts";
import type { DocumentRow, StoredRows } from "../ledger/stored/stored-form.ts";
import { rowOf, rowsOf } from "../ledger/stored/stored-form.ts";
import type { PlacedRun, PlacedRuns } from "./placed-runs.ts";

type Documents = ReadonlyMap<string, DocumentRecord>;

/** Documents of which most stayed: those have the records that they had `before`, and lie in runs between the others. */
export class StayingDocuments extends DocumentsByKey {
  readonly size: number;
  readonly #others: Documents;
  readonly #runs: PlacedRuns;
  readonly #before: Documents;
  readonly #rowBefore: StoredRows["rowAt"];
  /** Whether all that was there before still is. */
  readonly #areAllThere: boolean;

  constructor(others: Documents, runs: PlacedRuns, before: Documents) {
    super();
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

  *keys(): MapIterator<string> {
    for (const key of inOrder(this.#others.keys(), this.#runs.list)) if (this.has(key)) yield key;
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
