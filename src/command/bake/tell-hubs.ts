import type { Problem } from "../../article/problem.ts";
import { EMPTY_LEDGER } from "../../ledger/ledger.ts";
import { NOTHING_STORED } from "../../ledger/stored/stored-form.ts";
import { idlePlan } from "../../publish/plan.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import type { Progress } from "../reports/progress.ts";
import type { Stopwatch } from "../reports/stopwatch.ts";
import type { OpenedStore } from "../stores/open-store.ts";
import type { PlannedPublish } from "./publish-baked.ts";
import { publishBaked } from "./publish-baked.ts";

/** A site of which nothing is to be published. */
interface IdleSite extends Pick<PlannedPublish, "site" | "releases"> {
  readonly opened: OpenedStore;
  /** The edition of its ledger. */
  readonly edition: number;
  readonly keep: number;
}

/** Tells hubs what they missed before, as every publish does, also one of nothing. Gives what is to be told of them. */
export function tellHubs(
  { site, releases, opened, edition, keep }: IdleSite,
  flags: BakeFlags,
  { watch, progress }: { readonly watch: Stopwatch; readonly progress: Progress },
): Promise<readonly Problem[]> {
  const now = flags.now ?? Math.floor(Date.now() / 1000);
  const plan = idlePlan(Math.max(now, edition + 1), keep);
  // Only a plan that writes asks what there was before.
  const state = {
    stored: NOTHING_STORED,
    shown: EMPTY_LEDGER,
    ledger: EMPTY_LEDGER,
    journals: [],
    isInterrupted: false,
    lagSeconds: 0,
    ended: null,
  };
  const wrote = () => {};
  return publishBaked({ plan, site, state, opened, releases, wrote }, flags, watch, progress);
}
