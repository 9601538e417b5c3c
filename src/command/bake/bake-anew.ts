import { Spool } from "../../cache/spool.ts";
import { InstantPassedError } from "../../publish/publish.ts";
import { ShardLostError } from "../../publish/read-shards.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import type { Found } from "../reports/bake-report.ts";
import { bakeReport, nothingFound } from "../reports/bake-report.ts";
import { diskFault } from "../reports/disk-fault.ts";
import { isRefusal } from "../reports/refusal.ts";
import { beginStore } from "../stores/begun-store.ts";
import type { BakeTools } from "./bake-and-publish.ts";
import { bakeAndPublish } from "./bake-and-publish.ts";
import type { BakeOutcome } from "./bake-outcome.ts";
import { refuseErrors } from "./bake-refusals.ts";
import { readContent } from "./read-content.ts";

/** Bakes and publishes, whatever was baked before. Refusals are in the report; faults are thrown. */
export async function bakeAnew(flags: BakeFlags, tools: BakeTools): Promise<BakeOutcome> {
  const { watch } = tools;
  const found = nothingFound();
  try {
    await bakeUntilDone(found, flags, tools);
    return { report: bakeReport(found, watch.read(), null), changes: found.changes };
  } catch (cause) {
    const refusal = isRefusal(cause) ? cause : diskFault(cause);
    if (refusal === null) throw cause;
    return { report: bakeReport(found, watch.read(), refusal.message), changes: found.changes };
  }
}

/**
 * Begins again where something opened by itself while a long publish went on: each time one instant less is
 * ahead. And once where something was gone that was remembered of the ledger: then all of it is fetched.
 */
async function bakeUntilDone(found: Found, flags: BakeFlags, given: BakeTools): Promise<void> {
  for (let tools = given; ; ) {
    try {
      tools.progress.stage("Reading articles");
      return await bakeInto(found, flags, tools);
    } catch (cause) {
      const areShardsLost = cause instanceof ShardLostError;
      if (areShardsLost ? tools.areShardsLost : !(cause instanceof InstantPassedError)) throw cause;
      // What was looked at before a long publish may be other by now.
      tools = { ...tools, look: null, ...(areShardsLost && { areShardsLost }) };
    }
  }
}

async function bakeInto(found: Found, flags: BakeFlags, tools: BakeTools): Promise<void> {
  const { watch, openLocal } = tools;
  const begun = openLocal ? null : await watch.time("publish", () => beginStore(flags));
  try {
    await bakeContentInto(found, flags, { ...tools, openLocal: begun?.openLocal ?? openLocal });
  } finally {
    await begun?.letGo();
  }
}

async function bakeContentInto(found: Found, flags: BakeFlags, tools: BakeTools): Promise<void> {
  const { watch, look } = tools;
  const content = await readContent(flags, watch, look);
  const { folder, cache } = content;
  const spool = new Spool(cache.disk.writeFolder);
  try {
    found.problems = folder.problems;
    refuseErrors(found.problems, flags);
    await bakeAndPublish(found, content, spool, flags, tools);
  } finally {
    spool.close();
    cache.close();
  }
}
