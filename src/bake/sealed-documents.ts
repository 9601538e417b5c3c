import type { SealedStates } from "../ledger/sealed.ts";
import { sealedDigest } from "../ledger/sealed.ts";
import type { Representation } from "../representation/representation.ts";
import { withSealedStates } from "../representation/sealed-states.ts";
import { bakeDocuments } from "./bake-documents.ts";
import type { BakedState } from "./bake-state.ts";
import type { BakedDocument, PlacedDocument } from "./document.ts";
import type { LaterState } from "./later-states.ts";
import type { OpenBake } from "./open-bake.ts";
import type { RepresentationStore } from "./store-representation.ts";

/** What lies ahead of documents, and what lay behind them so far, by storage key. */
interface States {
  readonly later: readonly LaterState[];
  readonly wanted: ReadonlyMap<string, SealedStates>;
  readonly before: ReadonlyMap<string, SealedStates>;
}

/** Documents with what they become behind them. */
interface SealedDocuments {
  /** Those that are written, in the order of publishing. */
  readonly list: readonly PlacedDocument[];
  /** How many there are, with those that stay as they are. */
  readonly count: number;
  /** Whether a document is written for what it becomes, and for nothing else. */
  readonly isSealed: (key: string) => boolean;
}

/** Puts behind each document of the present what it becomes, and adds those that come first later. */
export function sealedDocuments(
  bake: OpenBake,
  present: BakedState,
  { later, wanted, before }: States,
  store: RepresentationStore,
): SealedDocuments {
  const baked = bakedLater(later);
  const toldAt = new Map(later.map(({ change, told }) => [change.at, told]));
  const isOther = (key: string) => digestAt(wanted, key) !== digestAt(before, key);
  const there = present.ledger.documents;
  const changed = new Set<string>(present.documents.map(({ key }) => key));
  const again = new Set(
    [...wanted.keys(), ...before.keys()].filter((key) => there.has(key) && !changed.has(key) && isOther(key)),
  );
  const rendered: PlacedDocument[] = [];
  for (const { document } of again.size === 0 ? [] : bakeDocuments(bake, store, again)) {
    if (document !== null) rendered.push(document);
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
  const own = [...present.documents, ...rendered]
    .sort((a, b) => a.place - b.place)
    .map((one): PlacedDocument => ({ ...one, representation: withStates(one.key, one.representation) }));
  const coming = [...wanted].flatMap(([key, states]) => {
    const first = there.has(key) ? undefined : baked.get(`${states[0]?.at} ${key}`);
    return first === undefined
      ? []
      : { ...first, representation: isOther(key) ? withStates(key, null) : null };
  });
  const isNeeded = ({ part }: Pick<BakedDocument, "part">) => part === "media" || part === "article";
  const isGoing = ({ key, part }: BakedDocument) =>
    bake.input.ledger.documents.has(key) &&
    isNeeded({ part }) &&
    (wanted.get(key) ?? []).some(({ at }) => toldAt.get(at)?.get(key)?.status !== 200);
  const going = own.filter(isGoing).map((one): PlacedDocument => ({ ...one, part: "past" }));
  return {
    count: present.count + coming.length,
    // What is to come goes before the feeds that will name it, and what is to go behind those that do now.
    list: [
      ...coming.filter(isNeeded),
      ...own.filter((one) => !isGoing(one)),
      ...coming.filter((one) => !isNeeded(one)),
      ...going,
    ].filter(({ representation }) => representation !== null),
    isSealed: (key: string) => isOther(key) && (again.has(key) || !there.has(key)),
  };
}

/** Documents by the instant and key that they were baked for. */
function bakedLater(later: readonly LaterState[]): ReadonlyMap<string, PlacedDocument> {
  const baked = new Map<string, PlacedDocument>();
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
