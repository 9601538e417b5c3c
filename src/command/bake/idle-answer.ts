import { isAsMarked } from "../../cache/folder-look.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import type { Stopwatch } from "../reports/stopwatch.ts";
import type { OpenLocal } from "../stores/open-store.ts";
import type { BakeOutcome } from "./bake-outcome.ts";
import type { SettledBake } from "./settled-bake.ts";
import { readSettled } from "./settled-bake.ts";
import type { SiteLook } from "./site-look.ts";

/**
 * What a bake tells that would find nothing to do: what the last one told, where all that it read, the
 * store included, is as it was. Null where it is not, or where nobody can be sure.
 */
export async function idleAnswer(
  look: SiteLook,
  flags: BakeFlags,
  openLocal: OpenLocal | undefined,
  watch: Stopwatch,
): Promise<BakeOutcome | null> {
  const settled = flags.full ? null : readSettled(look.file);
  if (settled === null || !isAsBefore(settled, look, flags)) return null;
  const isStored = await watch.time("publish", () => isStoreAsBefore(settled, flags, openLocal));
  if (!isStored) return null;
  const { report } = settled;
  const none = { new: [], changed: [], corrected: [], moved: [], back: [], gone: [] };
  return {
    report: { ...report, timingsMs: watch.read() },
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

async function isStoreAsBefore(
  { needsAddress, store: before }: SettledBake,
  flags: BakeFlags,
  openLocal: OpenLocal | undefined,
): Promise<boolean> {
  const [{ openStore }, { storeMemory, openedDigest }] = await Promise.all([
    import("../stores/open-store.ts"),
    import("./store-memory.ts"),
  ]);
  const opened = await openStore(flags, { needsAddress, writes: !flags.dryRun }, openLocal).catch(() => null);
  if (opened === null) return false;
  try {
    return (
      openedDigest(opened) === before.opened &&
      opened.freshness.newestEdition <= before.edition &&
      (await storeMemory(opened.store)) === before.memory
    );
  } catch {
    // Whoever bakes anew says what is wrong.
    return false;
  } finally {
    await opened.store.close();
  }
}
