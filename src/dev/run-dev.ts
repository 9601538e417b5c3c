import type { BakeFlags } from "../command/bake-flags.ts";
import { EXIT } from "../command/flags.ts";
import { freePort, localOrigin, portTaken } from "../command/ports.ts";
import { startRuntime } from "../command/runtime.ts";
import { announce } from "../command/serve.ts";
import type { Setting } from "../command/setting.ts";
import { openBakeQueue } from "./bake-queue.ts";
import { openRebakedSite } from "./bake-site.ts";
import type { DevFlags } from "./dev-flags.ts";
import { parseDevFlags } from "./dev-flags.ts";
import { openEventStream } from "./event-stream.ts";
import { openFront } from "./front.ts";
import { STOP_SIGNALS } from "./own-signals.ts";
import type { SiteState } from "./site-state.ts";
import { watchFolder } from "./watch-folder.ts";

/** `dev`: bakes, serves, bakes again what changes, and open pages follow. Gives the exit code. */
export async function runDev(args: readonly string[], setting: Setting): Promise<number> {
  const flags = parseDevFlags(args, setting);
  const stop = stopSignal();
  const site = openRebakedSite(bakeFlagsOf(flags), stop);
  const events = openEventStream(site.state());
  const opened = Promise.withResolvers<void>();
  const port = await freePort();
  const version = () => site.state().version;
  const front = await openFront(flags.port, { port, opened: opened.promise, version, events });
  if (front === null) {
    process.stderr.write(portTaken(flags.port));
    return EXIT.refused;
  }
  try {
    const runtime = await startRuntime({ port, persistTo: flags.persistTo });
    if (runtime === null) return EXIT.refused;
    const rebake = async (paths: readonly string[]) => events.send(await site.bake(paths));
    try {
      const watching = await rebakeOnChange(flags, site.state, rebake);
      if (await runtime.answers()) {
        opened.resolve();
        announce(flags.port);
      }
      await Promise.race([runtime.ended, aborted(stop)]);
      await watching.close();
    } finally {
      await Promise.all([site.close(), runtime.stop()]);
    }
  } finally {
    front.close();
    front.closeAllConnections();
  }
  if (stop.aborted) return EXIT.done;
  process.stderr.write("The runtime has stopped; start dev again.\n");
  return EXIT.refused;
}

/** What is published here is seen by nobody else, so nothing that disappears has to be meant. */
function bakeFlagsOf(flags: DevFlags): BakeFlags {
  return {
    ...flags,
    servedAt: localOrigin(flags.port),
    ownStore: true,
    allowEmpty: true,
    allowDeletions: true,
  };
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
      failed: (reason) => process.stderr.write(`Some of ${content} cannot be watched: ${reason}\n`),
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

/** Given off when the process is told to stop; a second time stops it at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const signal of STOP_SIGNALS) process.once(signal, () => controller.abort());
  return controller.signal;
}

async function aborted(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve));
}
