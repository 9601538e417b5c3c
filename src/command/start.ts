import type { BakeFlags } from "./bake.ts";
import { bakeAndTell, bakeCommandLine } from "./bake.ts";
import { EXIT, FLAG, parseFlags } from "./flags.ts";
import type { ServeFlags } from "./serve.ts";
import { serve } from "./serve.ts";

/** `npm start`: bakes, then serves. Gives the exit code. */
export async function runStart(args: readonly string[]): Promise<number> {
  const command = bakeCommandLine("start")
    .description("Bakes a folder of articles and serves it.")
    .addOption(FLAG.port());
  const flags = parseFlags<BakeFlags & ServeFlags>(command, args);
  const baked = await bakeAndTell(flags);
  return baked === EXIT.done ? serve(flags) : baked;
}
