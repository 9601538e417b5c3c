import type { GivenFlags, RemoteFlags } from "../flags/bake-flags.ts";
import { bakeCommandLine, refuseIdleRemote, remoteFlags, withRemote } from "../flags/bake-flags.ts";
import { EXIT, FLAG, parseFlags } from "../flags/flags.ts";
import type { Setting } from "../flags/setting.ts";
import { siteLine } from "../flags/site-line.ts";
import { namedPlace, sitePlace } from "../flags/site-place.ts";
import { bakeAndTell } from "./bake-and-tell.ts";

/** `bake [flags]`: bakes a folder and publishes what changed. Gives the exit code. */
export async function runBake(args: readonly string[], setting: Setting): Promise<number> {
  const line = withRemote(
    bakeCommandLine("bake", "Bakes a folder of articles and publishes what changed.", setting),
  );
  line.command
    .addOption(FLAG.renewFeeds())
    .option("--remote", "publish to Cloudflare; needs --content")
    .option("--propose", "write the site.toml that the folder's generator suggests, and bake nothing");
  const given = parseFlags<GivenFlags & RemoteFlags & { readonly propose?: boolean }>(line, args);
  refuseIdleRemote(line, given);
  const place = given.remote ? namedPlace(given, line, remoteFlags(given)) : sitePlace(given, line);
  if (given.propose) return (await import("./proposal.ts")).writeProposal(place.content);
  const flags = { ...given, ...place };
  const exitCode = await bakeAndTell(flags, setting.openLocal);
  if (exitCode === EXIT.done && !flags.json && !flags.dryRun && !flags.remote) {
    process.stdout.write(`To look at it: ${siteLine("serve", given, setting)}\n`);
  }
  return exitCode;
}
