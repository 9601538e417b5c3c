import { journalKey } from "../representation/storage-key.ts";
import type { Store, StoreEntry } from "../store/store.ts";
import { publishOf, stoppedName } from "./listed-journals.ts";
import type { Plan } from "./plan.ts";
import { findRivals, raceError } from "./race.ts";
import type { PublishedState } from "./stored-ledger.ts";
import type { UploadsProgress } from "./upload-objects.ts";
import { uploadObjects } from "./upload-objects.ts";

/** Told now and then how far a publish is. */
export type PublishProgress = (done: number, total: number) => void;

/**
 * Carries a plan out: the journal; documents, part after part; the ledger; deletions; the journals
 * that are over. It can be interrupted anywhere and run again. Another publisher is looked for before
 * the first write and before the ledger. Each writes its journal before it looks for the last time, so
 * that of two at least one sees the other where a store shows every write: that one throws
 * `PublishRaceError`, and its journal stays for the next publish. Throws `InstantPassedError` where one
 * of the plan's instants passes while documents are written, which leaves its journal as well.
 */
export async function publish(
  plan: Plan,
  state: PublishedState,
  store: Store,
  progress: PublishProgress = () => {},
  nowSeconds: () => number = () => 0,
  told: UploadsProgress = () => {},
): Promise<void> {
  const total = plan.put + plan.delete.length;
  let done = 0;
  const journal = plan.stages[0]?.[0] ?? null;
  for (const stages of [plan.stages, plan.ledger]) {
    if (journal !== null) await refuseRace(store, state, journal, done > 0);
    for (const stage of stages) {
      await uploadObjects(stage, store, told);
      if (stages === plan.stages) refusePassedInstant(plan, nowSeconds());
      await store.put(stage, (count) => progress(done + count, total));
      done += stage.length;
    }
  }
  if (plan.delete.length > 0) await store.delete(plan.delete, (count) => progress(done + count, total));
  if (plan.objects.length > 0) await store.bucket?.delete(plan.objects);
  if (plan.resting !== null) await store.put([plan.resting]);
  if (plan.over.length > 0) await store.delete(plan.over);
}

/** An instant at which something opens has passed while a publish was going on for long. */
export class InstantPassedError extends Error {
  override readonly name = "InstantPassedError";
}

/**
 * What was sealed before may have been seen by now, and what is sealed now is another one of the same
 * edition: planned anew, it gets one of its own. An instant that was near has it already.
 */
function refusePassedInstant({ instants }: Plan, now: number): void {
  const passed = instants.find((at) => at <= now);
  if (passed !== undefined) throw new InstantPassedError(`${passed} has passed`);
}

/** A publish that has written leaves its journal under another name, since a rival may have settled the first. */
async function refuseRace(
  store: Store,
  state: PublishedState,
  journal: StoreEntry,
  hasWritten: boolean,
): Promise<void> {
  const own = publishOf(journal.key);
  const rivals = await findRivals(store, state, own);
  // One that stopped has left its journal, and writes no more.
  if (rivals.every(({ did }) => did === "stop")) return;
  if (!hasWritten) throw raceError(rivals, false);
  await store.put([{ ...journal, key: journalKey(stoppedName(own)) }]);
  await store.delete([journal.key]);
  throw raceError(await findRivals(store, state, own), true);
}
