import type { Problem } from "../../article/problem.ts";
import { compareProblems } from "../../article/problem.ts";
import { isAsMarked } from "../../cache/folder-look.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import type { OpenLocal } from "../flags/setting.ts";
import type { Progress } from "../reports/progress.ts";
import type { Stopwatch } from "../reports/stopwatch.ts";
import type { OpenedStore } from "../stores/open-store.ts";
import type { BakeOutcome } from "./bake-outcome.ts";
import type { SettledBake, SettledStore } from "./settled-bake.ts";
import { readSettled } from "./settled-bake.ts";
import type { SiteLook } from "./site-look.ts";

/** What an idle bake works with. */
export interface IdleTools {
  readonly openLocal: OpenLocal | undefined;
  readonly watch: Stopwatch;
  readonly progress: Progress;
}

/**
 * What a bake tells that would find nothing to do: what the last one told, where all that it read, the
 * store included, is as it was. Null where it is not, or where nobody can be sure.
 */
export async function idleAnswer(
  look: SiteLook,
  flags: BakeFlags,
  tools: IdleTools,
): Promise<BakeOutcome | null> {
  const settled = flags.full ? null : readSettled(look.file);
  if (settled === null || !isAsBefore(settled, look, flags)) return null;
  const ofHubs = await askStore(settled, flags, tools);
  if (ofHubs === null) return null;
  const { report } = settled;
  const problems = [...report.problems, ...ofHubs].sort(compareProblems);
  const none = { new: [], changed: [], corrected: [], moved: [], back: [], gone: [] };
  return {
    report: { ...report, problems, timingsMs: tools.watch.read() },
    changes: { ...none, kept: report.changes.kept },
  };
}

function isAsBefore(settled: SettledBake, look: SiteLook, { now }: BakeFlags): boolean {
  const clock = Math.floor(Date.now() / 1000);
  const at = now ?? clock;
  return (
    settled.conditions === look.conditions &&
    // What lies ahead of the clock is refused by whoever bakes.
    at <= clock + MOST_AHEAD_SECONDS &&
    at >= settled.since &&
    at < (settled.until ?? Infinity) &&
    isAsMarked(look.program, settled.program) &&
    isAsMarked(look.content, settled.content) &&
    look.places.areSame(settled.places)
  );
}

const MOST_AHEAD_SECONDS = 60;

/** What is to be told of hubs, where the store is as it was; null where it is not. */
async function askStore(
  { needsAddress, store: before, hubs, report }: SettledBake,
  flags: BakeFlags,
  { openLocal, watch, progress }: IdleTools,
): Promise<readonly Problem[] | null> {
  const opened = await watch.time("publish", async () => {
    const { openStore } = await import("../stores/open-store.ts");
    return openStore(flags, { needsAddress, writes: !flags.dryRun }, openLocal).catch(() => null);
  });
  if (opened === null) return null;
  try {
    if (!(await watch.time("publish", () => isStoreAsBefore(opened, before)))) return null;
    if (hubs === null || flags.dryRun) return [];
    const { tellHubs } = await import("./tell-hubs.ts");
    const site = { ...hubs, opened, edition: before.edition, keep: report.plan.keep };
    // Whoever bakes anew tries once more, and says what is wrong.
    return await tellHubs(site, flags, { watch, progress }).catch(() => null);
  } finally {
    await watch.time("publish", () => opened.store.close());
  }
}

async function isStoreAsBefore(opened: OpenedStore, before: SettledStore): Promise<boolean> {
  const { storeMemory, openedDigest } = await import("./store-memory.ts");
  if (openedDigest(opened) !== before.opened || opened.freshness.newestEdition > before.edition) return false;
  try {
    return (await storeMemory(opened.store)) === before.memory;
  } catch {
    // Whoever bakes anew says what is wrong.
    return false;
  }
}
