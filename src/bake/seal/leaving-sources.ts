import type { Source } from "../../article/source.ts";
import type { EpochSeconds } from "../../article/values.ts";
import type { Identification } from "../../ledger/identification.ts";

/** Sources that go by themselves after `now`, and when. */
export function leavingSources(sources: readonly Source[], now: EpochSeconds): Identification["waiting"] {
  return sources.flatMap((source) => {
    const { expires: until } = source;
    return until !== undefined && until > now ? { source, until } : [];
  });
}
