import { bakeAndTell } from "./bake-and-tell.ts";
import type { BakeFlags, RemoteFlags } from "./bake-flags.ts";
import { bakeCommandLine, withRemote } from "./bake-flags.ts";
import { EXIT, FLAG, parseFlags } from "./flags.ts";

/** `npm run bake -- [flags]`: bakes a folder and publishes what changed. Gives the exit code. */
export async function runBake(args: readonly string[]): Promise<number> {
  const command = withRemote(bakeCommandLine("bake").option("--remote", "publish to Cloudflare"));
  const flags = parseFlags<BakeFlags & RemoteFlags>(command, args);
  const exitCode = await bakeAndTell(flags);
  if (exitCode === EXIT.done && !flags.json && !flags.dryRun && !flags.remote) {
    process.stdout.write(`To look at it: npm run serve${serveHint(flags)}\n`);
  }
  return exitCode;
}

function serveHint({ persistTo }: BakeFlags): string {
  return persistTo === FLAG.persistTo().defaultValue ? "" : ` -- --persist-to ${persistTo}`;
}
