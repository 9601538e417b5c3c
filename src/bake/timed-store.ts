import type { RepresentationStore } from "./store-representation.ts";

/** A store that tells how many milliseconds its work has taken by now. */
export function timedStore(
  store: RepresentationStore,
  clock: () => number,
): { readonly store: RepresentationStore; readonly spentMs: () => number } {
  let spentMs = 0;
  return {
    store(...made) {
      const started = clock();
      const stored = store(...made);
      spentMs += clock() - started;
      return stored;
    },
    spentMs: () => spentMs,
  };
}
