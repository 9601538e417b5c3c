import type { BakeFlags } from "./bake-flags.ts";
import { bakeCommandLine } from "./bake-flags.ts";
import { EXIT, FLAG, parseFlags } from "./flags.ts";
import type { ServeFlags } from "./serve.ts";
import { localOrigin, startRuntime } from "./serve.ts";

/** `npm start`: bakes, then serves. The runtime starts meanwhile. Gives the exit code. */
export async function runStart(args: readonly string[]): Promise<number> {
  const command = bakeCommandLine("start")
    .description("Bakes a folder of articles and serves it.")
    .addOption(FLAG.port());
  const flags = parseFlags<BakeFlags & ServeFlags>(command, args);
  const runtime = await startRuntime(flags);
  if (runtime === null) return EXIT.refused;
  const { bakeAndTell } = await import("./bake-and-tell.ts");
  const baked = await bakeAndTell({ ...flags, servedAt: localOrigin(flags.port) });
  if (baked === EXIT.done) return runtime.serve();
  await runtime.stop();
  return baked;
}
