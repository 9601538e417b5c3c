import { visible } from "../article/plain-text.ts";
import type { BakeFlags } from "../command/flags/bake-flags.ts";
import { EXIT } from "../command/flags/flags.ts";
import type { Setting } from "../command/flags/setting.ts";
import type { Listening } from "../command/serve/ports.ts";
import { chooseListening, LOOPBACK } from "../command/serve/ports.ts";
import { startRuntime } from "../command/serve/runtime.ts";
import { announce } from "../command/serve/serve.ts";
import { aborted, stopSignal } from "../command/serve/stop-signal.ts";
import { lockStore } from "../store/store-lock.ts";
import { openBakeQueue } from "./bake-queue.ts";
import { openRebakedSite } from "./bake-site.ts";
import type { DevFlags } from "./dev-flags.ts";
import { parseDevFlags } from "./dev-flags.ts";
import { openEventStream } from "./event-stream.ts";
import { openFront } from "./front.ts";
import type { SiteState } from "./site-state.ts";
import { watchFolder } from "./watch-folder.ts";

/** `dev`: bakes, serves, bakes again what changes, and open pages follow. Gives the exit code. */
export async function runDev(args: readonly string[], setting: Setting): Promise<number> {
  const flags = parseDevFlags(args, setting);
  const stop = stopSignal("dev", setting);
  const listening = await chooseListening(flags);
  // One for all the time, since the store stays open.
  const lock = await lockStore(flags.persistTo);
  try {
    await follow(flags, listening, stop);
  } finally {
    lock.release();
  }
  return EXIT.done;
}

/** Serves and bakes until it is stopped. */
async function follow(flags: DevFlags, listening: Listening, stop: AbortSignal): Promise<void> {
  const opened = Promise.withResolvers<number>();
  const runtime = await startRuntime(flags.persistTo, { ...listening, address: LOOPBACK, port: 0 });
  const openLocal = async () => runtime.openStore();
  const site = openRebakedSite(bakeFlagsOf(flags, listening), openLocal, stop);
  const events = openEventStream(site.state());
  const version = () => site.state().version;
  const rebake = async (paths: readonly string[]) => events.send(await site.bake(paths));
  // Breaks off a publish that is under way; the next run finishes it.
  stop.addEventListener("abort", () => void runtime.stop().catch(() => undefined));
  const front = await openFront(listening, { opened: opened.promise, version, events });
  try {
    const watching = await rebakeOnChange(flags, site.state, rebake);
    opened.resolve(runtime.port);
    if (!stop.aborted) announce(listening);
    await aborted(stop);
    await watching.close();
  } finally {
    front.close();
    front.closeAllConnections();
    await runtime.stop();
  }
}

/** What is published here is seen by nobody else, so nothing that disappears has to be meant. */
function bakeFlagsOf(flags: DevFlags, { origins: [servedAt] }: Listening): BakeFlags {
  return { ...flags, servedAt, ownStore: true, allowEmpty: true, allowDeletions: true };
}

/** Bakes once, then whenever something changes. */
async function rebakeOnChange(
  { content, drafts = false }: DevFlags,
  state: () => SiteState,
  rebake: (paths: readonly string[]) => Promise<void>,
): Promise<{ close(): Promise<void> }> {
  const queue = openBakeQueue(rebake);
  // Before the first bake, so that no change falls between the two.
  const watch = await watchFolder(
    content,
    { drafts },
    {
      changed: (path) => queue.changed(path),
      // Leave to read a file is no change of its bytes, but it may be what was wanting.
      stirred: () => state().trouble && queue.changed(),
      failed: (reason) => process.stderr.write(`Some of ${content} cannot be watched: ${visible(reason)}\n`),
    },
  );
  await queue.bakeNow();
  return {
    async close() {
      await watch.close();
      await queue.close();
    },
  };
}
