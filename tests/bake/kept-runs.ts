import type { PlacedRun } from "../../src/bake/placed-runs.ts";
import { PlacedRuns } from "../../src/bake/placed-runs.ts";
import type { KeptRun } from "../../src/render/kept-run.ts";
import { text } from "../../src/render/output.ts";

/** A run of documents with these keys. */
export function runOf(keys: readonly string[], areArticles = false): KeptRun {
  return {
    kept: keys.length,
    areArticles,
    keys: () => keys.values(),
    has: (key) => keys.includes(key),
    outputs: () => keys.values().map((key) => text(key, "text/plain", () => key)),
  };
}

/** Runs in these places. */
export function placedRuns(list: readonly PlacedRun[]): PlacedRuns {
  const runs = new PlacedRuns();
  for (const { run, at } of list) runs.add(run, at);
  return runs;
}
