import { visible } from "../../article/plain-text.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import { EXIT } from "../flags/flags.ts";
import type { OpenLocal } from "../flags/setting.ts";
import { changeLines } from "../reports/change-lines.ts";
import { storageLines } from "../reports/media-report.ts";
import { summaryLines } from "../reports/report.ts";
import { toldProblems } from "../reports/told-problems.ts";
import { bake } from "./bake.ts";
import { lacksSettings } from "./lacks-settings.ts";

/** Bakes, and tells a person or a program what came of it. Gives the exit code. */
export async function bakeAndTell(flags: BakeFlags, openLocal?: OpenLocal): Promise<number> {
  const { report: baked, changes } = await bake(flags, openLocal);
  // What proposes settings is loaded where there are none.
  const proposing = lacksSettings(flags.content) ? await import("./proposal.ts") : null;
  const proposal = proposing?.proposalFor(flags.content) ?? null;
  const report = { ...baked, ...(proposal !== null && { proposal }) };
  const people = flags.json ? process.stderr : process.stdout;
  const verbose = flags.verbose ?? false;
  const options = { dryRun: flags.dryRun ?? false, remote: flags.remote ?? false };
  for (const line of toldProblems(report.problems, { verbose, stream: process.stderr })) {
    process.stderr.write(`${line}\n`);
  }
  if (flags.dryRun && report.refusal === null) {
    for (const line of changeLines(changes, { verbose, sealed: report.sealed })) people.write(`${line}\n`);
  }
  for (const line of summaryLines(report, options)) people.write(`${line}\n`);
  if (report.refusal === null) {
    for (const line of storageLines(report.media, { ...options, verbose })) people.write(`${line}\n`);
  }
  if (proposing && proposal !== null && !flags.json) {
    for (const line of proposing.proposalLines(proposal)) process.stderr.write(`${line}\n`);
  }
  if (flags.json) process.stdout.write(`${visible(JSON.stringify(report))}\n`);
  return report.refusal === null ? EXIT.done : EXIT.refused;
}
