import type { BakeFlags } from "../flags/bake-flags.ts";
import type { OpenLocal } from "../flags/setting.ts";
import { openProgress } from "../reports/progress.ts";
import { Stopwatch } from "../reports/stopwatch.ts";
import type { BakeOutcome } from "./bake-outcome.ts";
import { idleAnswer } from "./idle-answer.ts";
import { lookAtSite } from "./site-look.ts";

const clock = () => performance.now();

/**
 * Bakes and publishes. Where nothing is other than when a bake had nothing to do, it only looks. Bad
 * content and refusals are in the report; faults are thrown.
 */
export async function bake(flags: BakeFlags, openLocal?: OpenLocal): Promise<BakeOutcome> {
  const watch = new Stopwatch(clock);
  const progress = openProgress(process.stderr, clock);
  try {
    progress.stage("Reading articles");
    const look = await watch.time("read", () => lookAtSite(flags));
    const idle = look && (await idleAnswer(look, flags, { openLocal, watch, progress }));
    if (idle) return idle;
    // All of the program, which an idle bake does not need.
    const { bakeAnew } = await import("./bake-anew.ts");
    return await bakeAnew(flags, { openLocal, watch, progress, look });
  } finally {
    progress.end();
  }
}
