import { ADDRESS } from "../representation/addresses.ts";
import { commandLine, EXIT, FLAG, parseFlags } from "./flags.ts";
import { localOrigin } from "./ports.ts";
import type { Runtime } from "./runtime.ts";
import { startRuntime } from "./runtime.ts";
import type { Setting } from "./setting.ts";
import type { GivenPlace } from "./site-place.ts";
import { sitePlace } from "./site-place.ts";

/** `serve [flags]`: serves what was baked, until it is stopped. Gives the exit code. */
export async function runServe(args: readonly string[], setting: Setting): Promise<number> {
  const line = commandLine("serve", "Serves the baked site in the Cloudflare Workers runtime.", setting);
  line.command.addOption(FLAG.content(line)).addOption(FLAG.persistTo(line)).addOption(FLAG.port());
  const given = parseFlags<GivenPlace & { readonly port: number }>(line, args);
  const runtime = await startRuntime({ ...given, ...sitePlace(given, line) });
  return runtime ? serveUntilStopped(runtime, given.port) : EXIT.refused;
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
