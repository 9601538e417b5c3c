import { hash } from "node:crypto";
import { isoOf } from "../article/instant.ts";
import type { EpochSeconds } from "../article/values.ts";
import type { Ledger } from "../ledger/ledger.ts";
import { ledgerAsOf } from "../ledger/sealed.ts";
import { decodeHead, decodeLedger } from "../ledger/stored/decode-ledger.ts";
import { LedgerFormatError, REBUILD_HINT } from "../ledger/stored/format-error.ts";
import type { Head, StoredLedger } from "../ledger/stored/stored-form.ts";
import { NOTHING_STORED } from "../ledger/stored/stored-form.ts";
import { LEDGER_KEY } from "../representation/storage-key.ts";
import type { Store } from "../store/store.ts";
import type { OpenJournal } from "./adopt-journals.ts";
import { adoptJournals } from "./adopt-journals.ts";
import { readJournal } from "./journal.ts";
import type { ListedJournal } from "./listed-journals.ts";
import { listJournals } from "./listed-journals.ts";
import { NOTHING_ACCOUNTED, openness } from "./openness.ts";
import type { ShardMemory } from "./read-shards.ts";
import { readShards } from "./read-shards.ts";

/** What a store remembers, and what to bake with. */
export interface PublishedState {
  /** As it lies in the store. */
  readonly stored: StoredLedger;
  /** What of that readers are shown: as it was stored, or as of a later instant. */
  readonly shown: Ledger;
  /** With what interrupted and raced publishes left, as of the same instant. */
  readonly ledger: Ledger;
  /** All that lie in the store. */
  readonly journals: readonly ListedJournal[];
  /** Whether some tell of what the stored ledger does not. */
  readonly isInterrupted: boolean;
  readonly lagSeconds: number;
  /** A publish whose process is known to have ended. */
  readonly ended: string | null;
  /** Digest of the ledger's head as it lay in the store; null where there was none. */
  readonly head?: string | null;
}

/** How sure one must be that what is read is the newest. */
export interface Freshness {
  /** Edition that this machine wrote last; a store that shows an older one has not caught up. */
  readonly newestEdition: number;
  /** How long to wait before each further try, in milliseconds. */
  readonly pausesMs: readonly number[];
  /** For how long what is written may stay unseen, in seconds; none where every read shows the last write. */
  readonly lagSeconds?: number;
  /** A publish whose process is known to have ended: what it left is all there is. */
  readonly ended?: string | null;
  /** Seconds since 1970; none where everything has been seen. */
  readonly now?: number;
  /** Shards that need not be fetched. */
  readonly shards?: ShardMemory | null;
}

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
  { newestEdition, pausesMs, lagSeconds = 0, ended = null, now = Infinity, shards = null }: Freshness,
): Promise<PublishedState> {
  for (let attempt = 0; ; attempt += 1) {
    const pauseMs = pausesMs[attempt];
    try {
      const { stored, ...rest } = await readOnce(store, now - lagSeconds, shards);
      if (stored.ledger.edition >= newestEdition) return { stored, ...rest, lagSeconds, ended };
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

/** A journal ends after its ledger is written, so they are read in that order. */
async function readOnce(
  store: Store,
  seenUntil: number,
  memory: ShardMemory | null,
): Promise<Omit<PublishedState, "lagSeconds" | "ended">> {
  const journals = await listJournals(store);
  const value = (await store.get(LEDGER_KEY))?.value ?? null;
  const head = value && decodeHead(value);
  const toldOf = (listed: ListedJournal) => openness(listed, head ?? NOTHING_ACCOUNTED, seenUntil);
  // A publish that is under way may have written shards that the head does not name yet.
  const isUnderWay = journals.some((listed) => toldOf(listed) === "all");
  const shards = head ? await readShards(store, head, isUnderWay ? null : memory) : [];
  const whole = head ? decodeWhole(head, shards, journals.length === 0) : NOTHING_STORED;
  const open: OpenJournal[] = [];
  for (const listed of journals) {
    // Of a ledger that two publishes wrote, each journal tells a part.
    const told = whole === null ? "all" : toldOf(listed);
    const journal = told === "none" ? null : await readJournal(store, listed.key);
    if (journal !== null) open.push({ journal, isLedgerWritten: told === "deletions" });
  }
  const underWay = open.map(({ journal }) => journal.shards);
  const stored = whole ?? (head ? decodeLedger(head, shards, underWay) : NOTHING_STORED);
  const ledger = adoptJournals(stored.ledger, open);
  const isInterrupted = open.length > 0;
  return { stored, shown: stored.ledger, ledger, journals, isInterrupted, head: headDigest(value) };
}

/** Digest of a ledger's head as it lies in a store; null where there is none. */
export function headDigest(value: Uint8Array | null): string | null {
  return value && hash("sha256", value, "base64url");
}

/** Null where a shard is not the one that the head names, unless that `mustBe`. */
function decodeWhole(
  head: Head,
  shards: Parameters<typeof decodeLedger>[1],
  mustBe: boolean,
): StoredLedger | null {
  try {
    return decodeLedger(head, shards);
  } catch (cause) {
    if (mustBe || !(cause instanceof LedgerFormatError)) throw cause;
    return null;
  }
}

/** A state as of an instant: what was sealed and has opened since counts as published. */
export function stateAsOf(state: PublishedState, now: EpochSeconds): PublishedState {
  return { ...state, shown: ledgerAsOf(state.shown, now), ledger: ledgerAsOf(state.ledger, now) };
}
