import type { EpochSeconds } from "../article/values.ts";
import type { SealedStates } from "../ledger/sealed.ts";
import { sealedDigest, sealedStates } from "../ledger/sealed.ts";
import type { Representation } from "../representation/representation.ts";
import { withSealedStates } from "../representation/sealed-states.ts";
import { bakeDocuments } from "./bake-documents.ts";
import type { BakedState } from "./bake-state.ts";
import type { BakedDocument } from "./document.ts";
import type { LaterState } from "./later-states.ts";
import { laterStates } from "./later-states.ts";
import type { OpenBake } from "./open-bake.ts";
import { releaseProblems } from "./release-problems.ts";
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

interface States {
  readonly later: readonly LaterState[];
  readonly wanted: ReadonlyMap<string, SealedStates>;
  readonly before: ReadonlyMap<string, SealedStates>;
}

function sealedDocuments(
  bake: OpenBake,
  present: BakedState,
  { later, wanted, before }: States,
  store: RepresentationStore,
) {
  const baked = bakedLater(later);
  const toldAt = new Map(later.map(({ change, told }) => [change.at, told]));
  const isOther = (key: string) => digestAt(wanted, key) !== digestAt(before, key);
  const again = new Set<string>(
    present.documents.flatMap(({ key, representation }) =>
      representation === null && isOther(key) ? key : [],
    ),
  );
  const rendered = new Map<string, Representation | null>();
  for (const { document } of again.size === 0 ? [] : bakeDocuments(bake, store, again)) {
    if (document !== null) rendered.set(document.key, document.representation);
  }
  const withStates = (key: string, representation: Representation | null) => {
    const states = (wanted.get(key) ?? []).map(({ at }) => ({
      at,
      representation: baked.get(`${at} ${key}`)?.representation ?? null,
    }));
    return states.length === 0
      ? representation
      : withSealedStates(representation, states, digestAt(wanted, key));
  };
  const there = new Set<string>(present.documents.map(({ key }) => key));
  const own = present.documents.map((document): BakedDocument => {
    const { key } = document;
    const representation = document.representation ?? rendered.get(key) ?? null;
    return representation === null
      ? document
      : { ...document, representation: withStates(key, representation) };
  });
  const coming = [...wanted].flatMap(([key, states]) => {
    const first = there.has(key) ? undefined : baked.get(`${states[0]?.at} ${key}`);
    return first === undefined
      ? []
      : { ...first, madeFrom: null, representation: isOther(key) ? withStates(key, null) : null };
  });
  const isNeeded = ({ part }: BakedDocument) => part === "media" || part === "article";
  const isGoing = ({ key, part }: BakedDocument) =>
    bake.input.ledger.documents.has(key) &&
    (part === "media" || part === "article") &&
    (wanted.get(key) ?? []).some(({ at }) => toldAt.get(at)?.get(key)?.status !== 200);
  const going = own.filter(isGoing).map((one): BakedDocument => ({ ...one, part: "past" }));
  return {
    // What is to come goes before the feeds that will name it, and what is to go behind those that do now.
    list: [
      ...coming.filter(isNeeded),
      ...own.filter((one) => !isGoing(one)),
      ...coming.filter((one) => !isNeeded(one)),
      ...going,
    ],
    isSealed: (key: string) => isOther(key) && (again.has(key) || !there.has(key)),
  };
}

/** Documents by the instant and key that they were baked for. */
function bakedLater(later: readonly LaterState[]): ReadonlyMap<string, BakedDocument> {
  const baked = new Map<string, BakedDocument>();
  for (const { change, documents } of later) {
    const changed = new Set<string>(change.documents.map(([key]) => key));
    for (const document of documents) {
      if (changed.has(document.key)) baked.set(`${change.at} ${document.key}`, document);
    }
  }
  return baked;
}

function digestAt(states: ReadonlyMap<string, SealedStates>, key: string): string {
  const found = states.get(key);
  return found === undefined ? "" : sealedDigest(found);
}
