import type { Source } from "../../article/article.ts";
import type { EpochSeconds } from "../../article/values.ts";
import type { Identification } from "../../ledger/identify.ts";

/** When articles of a folder come or go by themselves after `now`, in order, each instant once. */
export function instantsAhead(
  sources: readonly Source[],
  waiting: Identification["waiting"],
  now: EpochSeconds,
): readonly EpochSeconds[] {
  const releases = waiting.map(({ until }) => until);
  const withdrawals = sources.flatMap(({ expires = null }) => expires ?? []);
  const ahead = [...releases, ...withdrawals].filter((at) => at > now);
  return [...new Set(ahead)].sort((a, b) => a - b);
}
