import type { Ledger } from "../ledger/ledger.ts";
import { remembersTheSame } from "../ledger/remembers-the-same.ts";
import { LONGEST_LAG_SECONDS } from "../representation/longest-lag.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import type { StoreEntry } from "../store/store.ts";
import type { WantedDocument } from "./document-stages.ts";
import { archivesFirst, documentStages } from "./document-stages.ts";
import { goneKeys } from "./gone-keys.ts";
import { afterDeletions, journalEntry, journalOf, nameOfPublish } from "./journal.ts";
import { ledgerAfterPart } from "./ledger-after-part.ts";
import { headEntry, shardEntries } from "./ledger-entries.ts";
import { objectsLeft } from "./objects-left.ts";
import { settle } from "./settle.ts";
import type { PublishedState } from "./stored-ledger.ts";

/** A site as it should be. */
export interface WantedSite {
  /** In the order of publishing; those that stay as they are may be left out, as the ledger tells of them. */
  readonly documents: readonly WantedDocument[];
  /** How many there are, with those that stay: these are in the ledger of the store too. */
  readonly count: number;
  /** Keys at no article's address, in the order of the ledger, where somebody knows them. */
  readonly others?: Iterable<string>;
  readonly ledger: Ledger;
}

/** What a publish does to the store, in this order. */
export interface Plan {
  readonly edition: number;
  /** The journal, then documents: one stage after the other, the entries of one in any order. */
  readonly stages: readonly (readonly StoreEntry[])[];
  /** The ledger's shards, then its head. */
  readonly ledger: readonly (readonly StoreEntry[])[];
  /** How many entries all of these have. */
  readonly put: number;
  /** Documents that stay as they are. */
  readonly keep: number;
  /** Documents to delete, once the ledger does not name them any more. */
  readonly delete: readonly StorageKey[];
  /** What is taken out of the bucket after that, by name. */
  readonly objects: readonly string[];
  /** Its own journal once its deletions are done; null where it is taken away, or has none. */
  readonly resting: StoreEntry | null;
  /** Journals that are taken away at the end. */
  readonly over: readonly StorageKey[];
  /** Writes and deletions that are left for the next run. */
  readonly left: number;
  /** Instants that must not pass before its documents are written, in seconds since 1970. */
  readonly instants: readonly number[];
}

/** A publish that may not even write what it must remember. */
export class TooFewWritesError extends Error {
  override readonly name = "TooFewWritesError";
}

/**
 * Compares by digests alone; no body is read. An unchanged site plans nothing at all. A plan that
 * would need more than `maxWrites` ends early, with a ledger that says so: the next one goes on.
 * Throws `TooFewWritesError` where that would never end.
 */
export function planPublish(site: WantedSite, state: PublishedState, maxWrites: number): Plan {
  const changed = archivesFirst(
    site.documents.filter(({ representation }) => representation !== null),
    state.ledger,
  );
  const gone = goneKeys(site.ledger, state.ledger, changed);
  const keep = site.count - changed.length;
  const { edition } = site.ledger;
  if (changed.length + gone.length === 0 && remembersTheSame(site.ledger, state.shown)) {
    // Where a store lags, a journal costs nothing as long as it lies there.
    const over = state.lagSeconds === 0 ? state.journals.map(({ key }) => key) : [];
    return { ...idlePlan(edition, keep), over };
  }

  const { settled, watched, over } = settle(state, edition);
  // Journals, and what has opened since, are others than what is stored.
  const isAsStored = state.ledger.documents === state.stored.ledger.documents;
  const touched = isAsStored ? new Set<string>([...changed.map(({ key }) => key), ...gone]) : undefined;
  const whole = shardEntries(site.ledger, state.stored, touched);
  // The journal is written and ends; the ledger's head is always written.
  const overhead = 3 + whole.shards.length;
  const room = maxWrites - overhead;
  if (room < Math.min(1, changed.length + gone.length)) {
    throw new TooFewWritesError(
      `recording this publish takes ${overhead} writes, so --max-writes must be higher`,
    );
  }
  const writing = changed.slice(0, room);
  const deleting = gone.slice(0, Math.max(0, room - writing.length));
  const left = changed.length - writing.length + gone.length - deleting.length;
  const ledger =
    left === 0
      ? site.ledger
      : ledgerAfterPart(site.ledger, state.ledger, changed.slice(room), gone.slice(deleting.length));
  const publish = nameOfPublish(writing, deleting, ledger, state.stored.ledger);
  const origin = {
    publish,
    settled,
    // Whoever writes the very same at the same moment has the same name.
    watched: watched.filter((other) => other !== publish),
  };
  const { shards, shardDigests } = left === 0 ? whole : shardEntries(ledger, state.stored, touched);
  const head = headEntry(ledger, shardDigests, origin, left === 0 ? site.others : undefined);
  const journal = journalOf(ledger, state.stored.ledger, {
    shards: shardDigests,
    puts: writing.map(({ key }) => key),
    deletes: deleting,
  });
  const own = journalEntry(journal, publish);
  const rests = state.lagSeconds > 0;
  return {
    edition,
    stages: [[own], ...documentStages(writing)],
    ledger: shards.length === 0 ? [[head]] : [shards, [head]],
    put: 1 + writing.length + shards.length + 1,
    keep,
    delete: deleting,
    objects: objectsLeft(deleting, writing, state.ledger),
    resting: rests && deleting.length > 0 ? journalEntry(afterDeletions(journal), publish) : null,
    over: rests ? over : [...over, own.key],
    left,
    instants: distantInstants(state.ledger, edition),
  };
}

/** A plan that does nothing. */
export function idlePlan(edition: number, keep: number): Plan {
  return {
    edition,
    stages: [],
    ledger: [],
    put: 0,
    keep,
    delete: [],
    objects: [],
    resting: null,
    over: [],
    left: 0,
    instants: [],
  };
}

/** When something opens that this publish replaces in time, if it does not take too long. */
function distantInstants({ sealed = [] }: Ledger, edition: number): readonly number[] {
  return sealed.flatMap(({ at }) => (at - edition > LONGEST_LAG_SECONDS ? at : []));
}
