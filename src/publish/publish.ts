import { isoOf } from "../article/instant.ts";
import { JOURNAL_KEY, LEDGER_KEY } from "../representation/storage-key.ts";
import type { Store } from "../store/store.ts";
import type { Plan } from "./plan.ts";
import type { PublishedState } from "./stored-ledger.ts";

/** Told now and then how far a publish is. */
export type PublishProgress = (done: number, total: number) => void;

/** Somebody else publishes the same site at the same time. */
export class PublishRaceError extends Error {
  override readonly name = "PublishRaceError";
}

/**
 * Carries a plan out: the journal; documents, part after part; the ledger; deletions; the journal's
 * end. It can be interrupted anywhere and run again. Another publisher is noticed before the first
 * write and before the ledger, as far as the store shows it: throws `PublishRaceError`.
 */
export async function publish(
  plan: Plan,
  state: PublishedState,
  store: Store,
  progress: PublishProgress = () => {},
): Promise<void> {
  const total = plan.put + plan.delete.length;
  let done = 0;
  const own = [plan.edition, state.journal?.edition ?? null];
  for (const stages of [plan.stages, plan.ledger]) {
    if (stages.length > 0) await refuseRace(store, state, own);
    for (const stage of stages) {
      await store.put(stage, (count) => progress(done + count, total));
      done += stage.length;
    }
  }
  if (plan.delete.length > 0) await store.delete(plan.delete, (count) => progress(done + count, total));
  if (plan.closesJournal) await store.delete([JOURNAL_KEY]);
}

/** What the store shows may be old, so only what is newer than all we know of counts. */
async function refuseRace(
  store: Store,
  { stored }: PublishedState,
  own: readonly (number | null)[],
): Promise<void> {
  const ledgerEdition = editionOf((await store.get(LEDGER_KEY))?.metadata);
  const journalEdition = editionOf((await store.get(JOURNAL_KEY))?.metadata);
  const other = [ledgerEdition, own.includes(journalEdition) ? null : journalEdition].find(
    (edition) => edition !== null && edition > stored.ledger.edition,
  );
  if (other === undefined || other === null) return;
  throw new PublishRaceError(
    `somebody else published at ${isoOf(other)}, while this publish was under way; run it again`,
  );
}

function editionOf(metadata: unknown): number | null {
  if (typeof metadata !== "object" || metadata === null || !("edition" in metadata)) return null;
  return typeof metadata.edition === "number" ? metadata.edition : null;
}
