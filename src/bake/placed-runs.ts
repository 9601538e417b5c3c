import type { KeptRun, KeptRuns } from "../render/kept-run.ts";

/** A run of documents that stayed, and how many others were found before it. */
export interface PlacedRun {
  readonly run: KeptRun;
  readonly at: number;
}

/** Runs of documents that stayed, in the order in which they were found. */
export class PlacedRuns {
  readonly list: PlacedRun[] = [];
  /** How many documents there are in all of them. */
  kept = 0;
  readonly #among = new Map<KeptRuns, Set<KeptRun>>();

  add(run: KeptRun, at: number): void {
    this.list.push({ run, at });
    this.kept += run.kept;
    const among = run.among ?? { runOf: (key) => (run.has(key) ? run : undefined) };
    const runs = this.#among.get(among);
    if (runs === undefined) this.#among.set(among, new Set([run]));
    else runs.add(run);
  }

  has(key: string): boolean {
    return this.#among.entries().some(([among, runs]) => {
      const run = among.runOf(key);
      return run !== undefined && runs.has(run);
    });
  }
}

/** Whether a run has one of some keys. */
export function hasOneOf(
  run: KeptRun,
  keys: Pick<ReadonlySet<string>, "size" | "has"> & { keys(): MapIterator<string> | SetIterator<string> },
): boolean {
  if (keys.size < run.kept) return keys.keys().some(run.has);
  return Iterator.from(run.keys()).some((key) => keys.has(key));
}
