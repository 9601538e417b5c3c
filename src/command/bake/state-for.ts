import type { EpochSeconds } from "../../article/values.ts";
import { UNKNOWN_DIGEST } from "../../ledger/document-digest.ts";
import { forgetSite } from "../../ledger/forget-site.ts";
import type { PublishedState } from "../../publish/stored-ledger.ts";
import { stateAsOf } from "../../publish/stored-ledger.ts";
import { forgetDifferences } from "../../publish/verify.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import { refuseSameSite } from "./bake-refusals.ts";
import type { Content } from "./read-content.ts";

/** What a store holds as of `now`, for the site that is baked into it. Throws `Refusal` where that is to replace itself. */
export function stateFor(
  given: PublishedState,
  { folder: { site } }: Content,
  flags: BakeFlags,
  now: EpochSeconds,
): PublishedState {
  const state = stateAsOf(given, now);
  if (!flags.replaceSite) {
    return { ...state, ledger: forgetDifferences(state.ledger, flags.wrongKeys ?? []) };
  }
  refuseSameSite(state.ledger, site);
  return { ...state, ledger: forgetSite(state.ledger, UNKNOWN_DIGEST) };
}
