import type { EpochSeconds } from "../article/values.ts";
import { sealedStates } from "../ledger/sealed.ts";
import type { BakedState } from "./bake-state.ts";
import type { LaterState } from "./later-states.ts";
import { laterStates } from "./later-states.ts";
import type { OpenBake } from "./open-bake.ts";
import { releaseProblems } from "./release-problems.ts";
import { sealedDocuments } from "./sealed-documents.ts";
import type { RepresentationStore } from "./store-representation.ts";
import { withinBounds } from "./within-bounds.ts";

/** An article that comes or goes by itself. */
export interface SealedArticle {
  readonly file: string;
  /** Whole seconds since 1970. */
  readonly at: EpochSeconds;
  /** Documents that are written for what changes at that instant, and for nothing else. */
  readonly writes: number;
}

/** A site with what opens by itself. */
export interface SealedSite extends BakedState {
  readonly sealed: readonly SealedArticle[];
  /** Feeds that change by themselves, and when. */
  readonly releases: readonly FeedRelease[];
}

/** Feeds that change by themselves at an instant. */
export interface FeedRelease {
  readonly at: EpochSeconds;
  readonly feeds: readonly string[];
}

/**
 * Puts behind each document what it becomes at the instants ahead, where it does not lie there already.
 * An instant costs a write for each document that changes then, now and never again.
 */
export function* sealStates(
  bake: OpenBake,
  present: BakedState,
  store: RepresentationStore,
): Generator<number, SealedSite> {
  const before = sealedStates(bake.input.ledger);
  if (bake.instants.length === 0 && before.size === 0) return { ...present, sealed: [], releases: [] };
  const all = yield* laterStates(bake, present, store);
  const { states: later, bound } = withinBounds(all, present, before);
  const sealed = later.map(({ change }) => change);
  const wanted = sealedStates({ sealed });
  const documents = sealedDocuments(bake, present, { later, wanted, before }, store);
  const writes = (one: LaterState) => one.change.documents.filter(([key]) => documents.isSealed(key)).length;
  return {
    documents: documents.list,
    count: documents.count,
    pageFiles: present.pageFiles,
    others: present.others,
    known: present.known,
    around: present.around,
    archives: present.archives,
    ledger: { ...present.ledger, ...(sealed.length > 0 && { sealed }) },
    problems: [...present.problems, ...releaseProblems(bake, { later, bound }, present.problems)],
    releases: later.map(feedsOf),
    sealed: later.flatMap((one) =>
      one.files.map((file) => ({ file, at: one.change.at, writes: writes(one) })),
    ),
  };
}

function feedsOf({ change, documents, told }: LaterState): FeedRelease {
  const feeds = documents.flatMap(({ key }) => (told.get(key)?.kind === "feed" ? key : []));
  return { at: change.at, feeds };
}
