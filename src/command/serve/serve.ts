import { accessSync, constants, existsSync } from "node:fs";
import type { EpochSeconds } from "../../article/values.ts";
import { ADDRESS } from "../../representation/addresses.ts";
import type { Store } from "../../store/store.ts";
import { commandLine, EXIT, FLAG, instant, parseFlags } from "../flags/flags.ts";
import type { Setting } from "../flags/setting.ts";
import { siteLine } from "../flags/site-line.ts";
import type { GivenPlace } from "../flags/site-place.ts";
import { sitePlace } from "../flags/site-place.ts";
import { Refusal } from "../reports/refusal.ts";
import type { HostFlags, Listening } from "./ports.ts";
import { chooseListening } from "./ports.ts";
import { aborted, stopSignal } from "./stop-signal.ts";

/** `serve [flags]`: serves what was baked, until it is stopped. Gives the exit code. */
export async function runServe(args: readonly string[], setting: Setting): Promise<number> {
  const line = commandLine("serve", "Serves the baked site in the Cloudflare Workers runtime.", setting);
  line.command.addOption(FLAG.content(line)).addOption(FLAG.persistTo(line));
  line.command
    .addOption(FLAG.host())
    .addOption(FLAG.port())
    .option("--now <instant>", "show the site as it will be from this instant on", instant);
  const given = parseFlags<GivenPlace & HostFlags & { readonly now?: EpochSeconds }>(line, args);
  const stop = stopSignal(line.name, setting);
  const { persistTo } = sitePlace(given, line);
  const bakeFirst = `bake first: ${siteLine("bake", given, setting)}`;
  const { storageFolder } = await import("../../store/local-store.ts");
  if (!existsSync(storageFolder(persistTo))) {
    throw new Refusal(`there is nothing to serve in ${persistTo}; ${bakeFirst}`);
  }
  refuseClosed(storageFolder(persistTo));
  const listening = await chooseListening(given);
  const { startRuntime } = await import("./runtime.ts");
  const aheadMs = given.now === undefined ? 0 : given.now * 1000 - Date.now();
  const runtime = await startRuntime(persistTo, listening, aheadMs);
  try {
    if (await isEmpty(runtime.openStore()))
      throw new Refusal(`the store in ${persistTo} is empty; ${bakeFirst}`);
    announce(listening);
    await aborted(stop);
  } finally {
    await runtime.stop();
  }
  return EXIT.done;
}

async function isEmpty(store: Store): Promise<boolean> {
  for await (const _ of store.list()) return false;
  return true;
}

/** The runtime writes beside what it reads. */
function refuseClosed(folder: string): void {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK);
  } catch (cause) {
    throw new Refusal(`${folder} cannot be opened for reading and writing; check who owns it`, { cause });
  }
}

/** Tells where to look. */
export function announce({ origins: [origin, ...others] }: Pick<Listening, "origins">): void {
  process.stdout.write(
    [
      `Serving at ${[origin, ...others].join(" and ")} (Ctrl+C stops it). Try:`,
      `  ${origin}${ADDRESS.index}  in a browser`,
      `  ${origin}${ADDRESS.rss}  RSS 2.0`,
      `  ${origin}${ADDRESS.atom}  Atom 1.0`,
      `  ${origin}${ADDRESS.json}  JSON Feed 1.1`,
      "",
    ].join("\n"),
  );
}
