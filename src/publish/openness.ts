import type { Head } from "../ledger/stored/stored-form.ts";
import type { ListedJournal } from "./listed-journals.ts";

/** Of a head: who wrote the ledger, and which publishes it accounts for. */
export type Accounted = Pick<Head, "edition" | "publish" | "settled" | "watched">;

/** What a store accounts for before the first publication. */
export const NOTHING_ACCOUNTED: Accounted = { edition: 0 };

/** What a journal tells that a ledger does not. `seenUntil` is in seconds: what is older has been seen everywhere. */
export function openness(
  { publish, edition, deletes }: ListedJournal,
  { edition: written, publish: writer, settled = [], watched = [] }: Accounted,
  seenUntil: number,
): "all" | "deletions" | "none" {
  if (publish === null) {
    if (edition === written) return "deletions";
    return edition > written ? "all" : "none";
  }
  if (publish === writer) return deletes ? "deletions" : "none";
  const isQuiet = watched.includes(publish) && edition > seenUntil;
  return isQuiet || settled.includes(publish) ? "none" : "all";
}
