import type { GivenFlags } from "./bake-flags.ts";
import { bakeCommandLine } from "./bake-flags.ts";
import { EXIT, FLAG, parseFlags } from "./flags.ts";
import { localOrigin } from "./ports.ts";
import { startRuntime } from "./runtime.ts";
import { serveUntilStopped } from "./serve.ts";
import type { Setting } from "./setting.ts";
import { sitePlace } from "./site-place.ts";

/** `start [flags]`: bakes, then serves. The runtime starts meanwhile. Gives the exit code. */
export async function runStart(args: readonly string[], setting: Setting): Promise<number> {
  const line = bakeCommandLine("start", "Bakes a folder of articles and serves it.", setting);
  line.command.addOption(FLAG.port());
  const given = parseFlags<GivenFlags & { readonly port: number }>(line, args);
  const flags = { ...given, ...sitePlace(given, line) };
  const runtime = await startRuntime(flags);
  if (runtime === null) return EXIT.refused;
  const { bakeAndTell } = await import("./bake-and-tell.ts");
  const baked = await bakeAndTell({ ...flags, servedAt: localOrigin(flags.port) });
  if (baked === EXIT.done) return serveUntilStopped(runtime, flags.port);
  await runtime.stop();
  return baked;
}
