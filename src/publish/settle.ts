import type { StorageKey } from "../representation/storage-key.ts";
import { editionNamed } from "./listed-journals.ts";
import type { PublishedState } from "./stored-ledger.ts";

/** How many times as long as a store lags a listing may still show a journal that was taken away. */
const ECHOES = 6;

/** What a publish makes of the journals that it found. */
export interface Settled {
  /** The publishes whose journals tell nothing that its ledger does not. */
  readonly settled: readonly string[];
  /** Those that have to be made up for once more, when nobody can be at work on them. */
  readonly watched: readonly string[];
  /** Journals that it takes away. */
  readonly over: readonly StorageKey[];
}

/**
 * Where a store lags, a journal stays until it has been seen everywhere: somebody who does not see it
 * yet may write his ledger over the one that accounts for it. And the publisher of a young one may
 * still be at work, unless it stopped or its process has ended: that one is watched.
 */
export function settle({ stored, journals, lagSeconds, ended }: PublishedState, edition: number): Settled {
  const isSeen = (of: number) => of + lagSeconds <= edition;
  const accounted = new Set([...stored.settled, stored.publish]);
  const over: StorageKey[] = [];
  const watched: string[] = [];
  for (const { key, publish, edition: of, hasStopped } of journals) {
    const isDone = hasStopped || isSeen(of) || (publish !== null && publish === ended);
    if (isDone) over.push(key);
    if (isDone) accounted.add(publish);
    else if (publish !== null && !accounted.has(publish)) watched.push(publish);
  }
  const listed = new Set(journals.map(({ publish }) => publish));
  const settled = [...accounted].filter(
    (publish) =>
      publish !== null && (listed.has(publish) || editionNamed(publish) + ECHOES * lagSeconds > edition),
  );
  return { settled: settled as string[], watched, over };
}
