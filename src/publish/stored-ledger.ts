import { isoOf } from "../article/instant.ts";
import type { StoredLedger } from "../ledger/codec.ts";
import {
  decodeHead,
  decodeLedger,
  encodeLedger,
  hasTextShards,
  LedgerFormatError,
  NOTHING_STORED,
  REBUILD_HINT,
} from "../ledger/codec.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import { LEDGER_KEY, ledgerShardKey } from "../representation/storage-key.ts";
import { inFlight } from "../store/in-flight.ts";
import type { Store, StoreEntry } from "../store/store.ts";
import type { Journal } from "./journal.ts";
import { adoptJournal, readJournal } from "./journal.ts";

/** What a store remembers, and what to bake with. */
export interface PublishedState {
  /** As it lies in the store. */
  readonly stored: StoredLedger;
  /** With what an interrupted publish left. */
  readonly ledger: Ledger;
  readonly journal: Journal | null;
}

/** How sure one must be that what is read is the newest. */
export interface Freshness {
  /** Edition that this machine wrote last; a store that shows an older one has not caught up. */
  readonly newestEdition: number;
  /** How long to wait before each further try, in milliseconds. */
  readonly pausesMs: readonly number[];
}

/** Values that are read at a time where they have to be read singly. */
const READS_IN_FLIGHT = 8;

/** The store shows an older ledger than was written. */
export class StaleLedgerError extends Error {
  override readonly name = "StaleLedgerError";
}

/**
 * Reads what a store remembers; an empty one remembers nothing. An answer that is older than
 * `newestEdition`, or half old and half new, is asked for again after each pause, then refused. Throws
 * `StaleLedgerError` and `LedgerFormatError`.
 */
export async function readState(
  store: Store,
  { newestEdition, pausesMs }: Freshness,
): Promise<PublishedState> {
  for (let attempt = 0; ; attempt += 1) {
    const pauseMs = pausesMs[attempt];
    try {
      const journal = await readJournal(store);
      const stored = await readLedger(store, journal);
      if (stored.ledger.edition >= newestEdition) {
        return { stored, ledger: adoptJournal(stored, journal), journal };
      }
      if (pauseMs === undefined) throw staleLedger(stored.ledger.edition, newestEdition);
    } catch (cause) {
      if (pauseMs === undefined || !(cause instanceof LedgerFormatError)) throw cause;
    }
    await new Promise((done) => setTimeout(done, pauseMs));
  }
}

function staleLedger(found: number, newest: number): StaleLedgerError {
  const what = found === 0 ? "no ledger" : `a ledger of ${isoOf(found)}`;
  return new StaleLedgerError(
    `the store shows ${what}, but this machine published at ${isoOf(newest)}; wait a minute and try again, ` +
      `or, if the ledger is lost, ${REBUILD_HINT}`,
  );
}

async function readLedger(store: Store, journal: Journal | null): Promise<StoredLedger> {
  const stored = await store.get(LEDGER_KEY);
  if (stored === null) return NOTHING_STORED;
  const head = decodeHead(stored.value);
  const keys = head.shards.map((_, index) => ledgerShardKey(index + 1));
  const shards = hasTextShards(head) ? await store.getTexts(keys) : await getOneByOne(store, keys);
  return decodeLedger(
    head,
    shards.map((shard) => shard ?? ""),
    journal?.shards,
  );
}

/** Reads the shards of a ledger in the older form. */
async function getOneByOne(store: Store, keys: readonly StorageKey[]): Promise<(Uint8Array | null)[]> {
  const values: (Uint8Array | null)[] = [];
  await inFlight(keys.entries(), READS_IN_FLIGHT, async ([index, key]) => {
    values[index] = (await store.get(key))?.value ?? null;
  });
  return values;
}

/** What a changed ledger writes: first the shards that differ, then the head that names them. */
export interface LedgerEntries {
  readonly shards: readonly StoreEntry[];
  readonly head: StoreEntry;
  readonly shardDigests: readonly string[];
}

/** Packs a ledger for a store that has `stored`. */
export function ledgerEntries(ledger: Ledger, stored: StoredLedger): LedgerEntries {
  const { head, shards, shardDigests } = encodeLedger(ledger, stored);
  return {
    shards: shards.map(({ number, text }) => ({
      key: ledgerShardKey(number),
      value: Buffer.from(text),
      metadata: null,
    })),
    head: { key: LEDGER_KEY, value: head, metadata: { edition: ledger.edition } },
    shardDigests,
  };
}
