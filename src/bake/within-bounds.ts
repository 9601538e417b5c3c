import type { SealedStates } from "../ledger/sealed.ts";
import { sealedDigest, sealedStates } from "../ledger/sealed.ts";
import type { BakedState } from "./bake-state.ts";
import type { LaterState } from "./later-states.ts";

/** Writes that a publish may spend on what is not to be seen yet. */
export const MOST_WRITES = 300;

/** Of the later states of one document, without content codings: about a megabyte as they are stored. */
export const MOST_BYTES = 1_500_000;

/** What keeps a publish from sealing more. */
export type Bound =
  | { readonly kind: "writes"; readonly writes: number }
  | { readonly kind: "size"; readonly key: string; readonly sizeBytes: number };

/** The first states that a publish may seal, and why those behind them wait for a later bake. */
export interface WithinBounds {
  readonly states: readonly LaterState[];
  /** Null where none of the states waits. */
  readonly bound: Bound | null;
}

/** Finds how many states may be sealed. */
export function withinBounds(
  later: readonly LaterState[],
  present: BakedState,
  before: ReadonlyMap<string, SealedStates>,
): WithinBounds {
  let bound: Bound | null = null;
  for (let count = later.length; count > 0; count -= 1) {
    const states = later.slice(0, count);
    const beyond = boundOf(states, present, before);
    if (beyond === null) return { states, bound };
    bound = beyond;
  }
  return { states: [], bound };
}

function boundOf(
  states: readonly LaterState[],
  present: BakedState,
  before: ReadonlyMap<string, SealedStates>,
): Bound | null {
  const heavy = heaviest(states, present);
  if (heavy.sizeBytes > MOST_BYTES) return { kind: "size", ...heavy };
  const writes = writesOf(states, present, before);
  return writes > MOST_WRITES ? { kind: "writes", writes } : null;
}

/** Documents that are written for their later states alone. */
function writesOf(
  later: readonly LaterState[],
  { documents }: BakedState,
  before: ReadonlyMap<string, SealedStates>,
): number {
  const written = new Set<string>(
    documents.flatMap(({ key, representation }) => (representation ? key : [])),
  );
  const states = sealedStates({ sealed: later.map(({ change }) => change) });
  return [...states].filter(([key, wanted]) => {
    const known = before.get(key);
    return !written.has(key) && (known === undefined || sealedDigest(known) !== sealedDigest(wanted));
  }).length;
}

/** The first state of a document that is not there yet lies behind nothing: a recording may be of any size. */
function heaviest(later: readonly LaterState[], present: BakedState): { key: string; sizeBytes: number } {
  const sizes = new Map<string, number>();
  let most = { key: "", sizeBytes: 0 };
  for (const { documents, told } of later) {
    for (const { key } of documents) {
      // A file has one state and its end: nothing of it lies behind anything.
      const { kind, sizeBytes = 0 } = told.get(key) ?? {};
      if (kind === "media") continue;
      const isThere = sizes.has(key) || present.ledger.documents.has(key);
      const sum = (sizes.get(key) ?? 0) + (isThere ? sizeBytes : 0);
      sizes.set(key, sum);
      if (sum > most.sizeBytes) most = { key, sizeBytes: sum };
    }
  }
  return most;
}
