import { ADDRESS } from "../representation/addresses.ts";
import { commandLine, EXIT, FLAG, parseFlags } from "./flags.ts";
import { localOrigin } from "./ports.ts";
import type { Runtime, RuntimeFlags } from "./runtime.ts";
import { startRuntime } from "./runtime.ts";

/** `npm run serve -- [flags]`: serves what was baked, until it is stopped. Gives the exit code. */
export async function runServe(args: readonly string[]): Promise<number> {
  const command = commandLine("serve", "Serves the baked site in the Cloudflare Workers runtime.")
    .addOption(FLAG.port())
    .addOption(FLAG.persistTo());
  const flags = parseFlags<RuntimeFlags>(command, args);
  const runtime = await startRuntime(flags);
  return runtime ? serveUntilStopped(runtime, flags.port) : EXIT.refused;
}

/** Tells where to look once a runtime answers, and waits until it ends. Gives the exit code. */
export async function serveUntilStopped(runtime: Runtime, port: number): Promise<number> {
  if (await runtime.answers()) announce(port);
  return runtime.ended;
}

/** Tells where to look. */
export function announce(port: number): void {
  const origin = localOrigin(port);
  process.stdout.write(
    [
      `Serving at ${origin} (Ctrl+C stops it). Try:`,
      `  ${origin}${ADDRESS.index}  in a browser`,
      `  ${origin}${ADDRESS.rss}  RSS 2.0`,
      `  ${origin}${ADDRESS.atom}  Atom 1.0`,
      `  ${origin}${ADDRESS.json}  JSON Feed 1.1`,
      "",
    ].join("\n"),
  );
}
