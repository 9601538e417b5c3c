import type { BakeFlags } from "./bake-flags.ts";
import { bakeCommandLine } from "./bake-flags.ts";
import { EXIT, FLAG, parseFlags } from "./flags.ts";
import { localOrigin } from "./ports.ts";
import type { RuntimeFlags } from "./runtime.ts";
import { startRuntime } from "./runtime.ts";
import { serveUntilStopped } from "./serve.ts";

/** `npm start`: bakes, then serves. The runtime starts meanwhile. Gives the exit code. */
export async function runStart(args: readonly string[]): Promise<number> {
  const command = bakeCommandLine("start")
    .description("Bakes a folder of articles and serves it.")
    .addOption(FLAG.port());
  const flags = parseFlags<BakeFlags & RuntimeFlags>(command, args);
  const runtime = await startRuntime(flags);
  if (runtime === null) return EXIT.refused;
  const { bakeAndTell } = await import("./bake-and-tell.ts");
  const baked = await bakeAndTell({ ...flags, servedAt: localOrigin(flags.port) });
  if (baked === EXIT.done) return serveUntilStopped(runtime, flags.port);
  await runtime.stop();
  return baked;
}
