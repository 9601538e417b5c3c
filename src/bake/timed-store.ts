import type { RepresentationStore } from "./store-representation.ts";

/** In milliseconds. */
export interface BakeTimings {
  readonly renderMs: number;
  readonly compressMs: number;
}

/** A store that tells what its work has taken by now, and what all else has since `started`. */
export function timedStore(
  store: RepresentationStore,
  clock: () => number,
  started: number,
): { readonly store: RepresentationStore; readonly timings: () => BakeTimings } {
  let compressMs = 0;
  return {
    store(...made) {
      const began = clock();
      const stored = store(...made);
      compressMs += clock() - began;
      return stored;
    },
    timings: () => ({ renderMs: clock() - started - compressMs, compressMs }),
  };
}
