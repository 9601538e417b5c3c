import type { EpochSeconds } from "../article/values.ts";
import type { Ledger, SealedChange } from "../ledger/ledger.ts";
import { sealedArticles, sealedChange } from "../ledger/sealed.ts";
import { LONGEST_LAG_SECONDS } from "../representation/longest-lag.ts";
import type { Representation } from "../representation/representation.ts";
import type { BakedState } from "./bake-state.ts";
import { bakeState } from "./bake-state.ts";
import type { OpenBake } from "./open-bake.ts";
import { openBake } from "./open-bake.ts";
import type { PlainMetadata, RepresentationStore } from "./store-representation.ts";

/** So many states a document may have behind its present one. */
export const MOST_STATES = 8;

/** A site as it will be from an instant on. */
export interface LaterState extends BakedState {
  readonly change: SealedChange;
  /** Files whose articles come or go then. */
  readonly files: readonly string[];
  /** What is said of each document that changes then, by storage key: it may not be compressed yet. */
  readonly told: ReadonlyMap<string, PlainMetadata>;
}

/** Bakes a site as it will be at each instant ahead, one after the other, each on the one before. */
export function* laterStates(
  bake: OpenBake,
  present: BakedState,
  store: RepresentationStore,
): Generator<number, readonly LaterState[]> {
  const { sealed: before = [] } = bake.input.ledger;
  const states: LaterState[] = [];
  for (const named of bake.instants.slice(0, MOST_STATES)) {
    const last = states.at(-1) ?? present;
    const replaced = before.find((change) => change.named === named);
    let state = yield* bakeLater(bake, last, { named, at: replaced?.at ?? named }, store);
    if (replaced && isSeen(replaced.at, bake) && !isSame(state.change, replaced)) {
      const again = { named, at: replaced.at + 1, renewedSince: replaced.at - LONGEST_LAG_SECONDS };
      state = yield* bakeLater(bake, last, again, store);
    }
    const moving = bake.waiting.flatMap(({ source: { redirectTo, path }, until }) =>
      redirectTo !== undefined && until === named ? path : [],
    );
    states.push(moving.length === 0 ? state : { ...state, files: [...state.files, ...moving] });
  }
  return states;
}

/** Whether some location may still show at `at` what was sealed before this bake. */
function isSeen(at: EpochSeconds, { input: { now } }: OpenBake): boolean {
  return now > at - LONGEST_LAG_SECONDS;
}

interface Instant {
  readonly named: EpochSeconds;
  readonly at: EpochSeconds;
  readonly renewedSince?: EpochSeconds;
}

function* bakeLater(
  { given, instants: _ }: OpenBake,
  last: BakedState,
  { named, at, renewedSince }: Instant,
  store: RepresentationStore,
): Generator<number, LaterState> {
  const { ledger } = last;
  // What the publisher asks for is asked for now.
  const { ledger: first, now: __, renewFeeds: ___, ...input } = given;
  const later = openBake({
    ...input,
    ledger,
    now: at,
    known: last.known,
    isForgotten: true,
    minted: sealedArticles(first),
    leadingSections: ledger.leadingSections ?? [],
    ...(renewedSince !== undefined && { renewedSince }),
  });
  const plain = new Map<Representation, PlainMetadata>();
  const state = yield* bakeState(later, (metadata, ...rest) => {
    const representation = store(metadata, ...rest);
    plain.set(representation, metadata);
    return representation;
  });
  const change = sealedChange(ledger, state.ledger, named);
  return { ...state, change, files: filesOf(change, ledger), told: toldOf(state, plain) };
}

function toldOf(
  { documents }: BakedState,
  plain: ReadonlyMap<Representation, PlainMetadata>,
): LaterState["told"] {
  return new Map(
    documents.flatMap(({ key, representation }) =>
      representation === null ? [] : [[key, plain.get(representation) ?? representation.metadata]],
    ),
  );
}

/** New articles, those that come back, and those that go. */
function filesOf({ articles }: SealedChange, before: Ledger): readonly string[] {
  return articles.flatMap(({ ordinal, deleted, path }) => {
    const known = before.articles.at(ordinal);
    return known !== undefined && known.deleted === deleted ? [] : path;
  });
}

function isSame(a: SealedChange, b: SealedChange): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
