import type { SealedStates } from "../ledger/sealed.ts";
import { sealedDigest, sealedStates } from "../ledger/sealed.ts";
import type { BakedState } from "./bake-state.ts";
import type { LaterState } from "./later-states.ts";

/** Writes that a publish may spend on what is not to be seen yet. */
export const MOST_WRITES = 300;

/** Of the later states of one document, without content codings: about a megabyte as they are stored. */
const MOST_BYTES = 1_500_000;

/** The first states that a publish may seal: those behind them wait for a later bake. */
export function withinBounds(
  later: readonly LaterState[],
  present: BakedState,
  before: ReadonlyMap<string, SealedStates>,
): readonly LaterState[] {
  for (let count = later.length; count > 0; count -= 1) {
    const some = later.slice(0, count);
    if (isLight(some, present) && writesOf(some, present, before) <= MOST_WRITES) return some;
  }
  return [];
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
function isLight(later: readonly LaterState[], present: BakedState): boolean {
  const sizes = new Map<string, number>(present.documents.map(({ key }) => [key, 0]));
  for (const { documents, told } of later) {
    for (const { key } of documents) {
      // A file has one state and its end: nothing of it lies behind anything.
      const { kind, sizeBytes = 0 } = told.get(key) ?? {};
      if (kind === "media") continue;
      sizes.set(key, (sizes.get(key) ?? 0) + (sizes.has(key) ? sizeBytes : 0));
    }
  }
  return [...sizes.values()].every((sizeBytes) => sizeBytes <= MOST_BYTES);
}
