import { lockStore } from "../../store/store-lock.ts";
import type { GivenFlags } from "../flags/bake-flags.ts";
import { bakeCommandLine } from "../flags/bake-flags.ts";
import { EXIT, FLAG, parseFlags, refuseUsage } from "../flags/flags.ts";
import type { Setting } from "../flags/setting.ts";
import { typedCommand } from "../flags/setting.ts";
import { sitePlace } from "../flags/site-place.ts";
import type { HostFlags } from "./ports.ts";
import { chooseListening } from "./ports.ts";
import { announce } from "./serve.ts";
import { aborted, stopSignal } from "./stop-signal.ts";

/** `start [flags]`: bakes, then serves. The runtime starts meanwhile. Gives the exit code. */
export async function runStart(args: readonly string[], setting: Setting): Promise<number> {
  const line = bakeCommandLine("start", "Bakes a folder of articles and serves it.", setting);
  line.command.addOption(FLAG.host()).addOption(FLAG.port());
  const given = parseFlags<GivenFlags & HostFlags>(line, args);
  if (given.dryRun) {
    refuseUsage(line, `start serves what it bakes; write ${typedCommand("bake", setting)} --dry-run`);
  }
  const flags = { ...given, ...sitePlace(given, line) };
  const stop = stopSignal(line.name, setting);
  const listening = await chooseListening(given);
  const { startRuntime } = await import("./runtime.ts");
  const starting = startRuntime(flags.persistTo, listening);
  // A fault is told when the store is needed.
  starting.catch(() => undefined);
  const { bakeAndTell } = await import("../bake/bake-and-tell.ts");
  const baking = bakeAndTell({ ...flags, servedAt: listening.origins[0] }, async (_, { writes }) => {
    const lock = writes ? await lockStore(flags.persistTo) : null;
    return (await starting).openStore(() => lock?.release());
  });
  const baked = await Promise.race([baking, aborted(stop)]);
  // What a publish has left half done is finished by the next one.
  if (baked === undefined) process.exit(EXIT.refused);
  if (baked !== EXIT.done) {
    await starting.then(({ stop }) => stop()).catch(() => undefined);
    return baked;
  }
  const runtime = await starting;
  try {
    announce(listening);
    await aborted(stop);
  } finally {
    await runtime.stop();
  }
  return EXIT.done;
}
