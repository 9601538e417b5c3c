import type { Problem } from "../article/problem.ts";
import { bake } from "../command/bake/bake.ts";
import type { BakeFlags } from "../command/flags/bake-flags.ts";
import type { OpenLocal } from "../command/flags/setting.ts";
import { toldProblems } from "../command/reports/told-problems.ts";
import { bakeLine, problemsToTell } from "./bake-lines.ts";
import type { BakeResult, SiteState } from "./site-state.ts";
import { stateAfter } from "./site-state.ts";

/** A site that is baked again and again. */
export interface RebakedSite {
  readonly state: () => SiteState;
  /** Bakes, tells the terminal and gives the new state. Never fails. */
  bake(paths: readonly string[]): Promise<SiteState>;
}

/** Opens a site for baking; nothing is baked yet. When `stop` is given off, nothing more is told. */
export function openRebakedSite(flags: BakeFlags, openLocal: OpenLocal, stop: AbortSignal): RebakedSite {
  // A page left open over a restart is of another version than any of this run.
  let state: SiteState = { version: Date.now(), trouble: null };
  let told: readonly Problem[] = [];

  return {
    state: () => state,
    async bake(paths) {
      const result = await bake(flags, openLocal).then(
        ({ report }): BakeResult => ({ kind: "reported", report }),
        (fault: unknown): BakeResult => ({ kind: "failed", fault }),
      );
      const before = state;
      state = stateAfter(before, result);
      // The same trouble after a stir is no news.
      const isNews = paths.length > 0 || JSON.stringify(state) !== JSON.stringify(before);
      if (isNews && !stop.aborted) told = tell(paths, result, told, flags);
      return state;
    },
  };
}

/** Tells the terminal what a bake came to. Gives the problems of it. */
function tell(
  paths: readonly string[],
  result: BakeResult,
  told: readonly Problem[],
  { verbose = false }: Pick<BakeFlags, "verbose">,
): readonly Problem[] {
  const problems = result.kind === "reported" ? result.report.problems : told;
  for (const line of toldProblems(problemsToTell(told, problems), { verbose, stream: process.stderr })) {
    process.stderr.write(`${line}\n`);
  }
  process.stdout.write(`${bakeLine(paths, result, new Date(), process.stdout)}\n`);
  return problems;
}
