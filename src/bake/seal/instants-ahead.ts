import type { EpochSeconds } from "../../article/values.ts";
import type { Identification } from "../../ledger/identification.ts";

/** When articles of a folder come or go by themselves after `now`, in order, each instant once. */
export function instantsAhead(
  changes: Identification["waiting"],
  now: EpochSeconds,
): readonly EpochSeconds[] {
  const ahead = changes.map(({ until }) => until).filter((at) => at > now);
  return [...new Set(ahead)].sort((a, b) => a - b);
}
