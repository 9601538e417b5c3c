import type { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { guardWorkerd } from "./guard-workerd.ts";
import { loadMiniflare } from "./load-miniflare.ts";

/** What Miniflare can be told, in the words of its version 4. */
export type RuntimeOptions = Parameters<typeof convertV4MiniflareOptions>[0];

/** Two that start in the same moment on a new folder get in each other's way: one has to try again. */
const PAUSES_MS = [100, 300, 900] as const;

/** Starts workerd; kept once it listens. It never outlives this process. */
export async function startMiniflare(options: RuntimeOptions): Promise<Miniflare> {
  const { convertV4MiniflareOptions, Miniflare } = loadMiniflare();
  guardWorkerd();
  for (let attempt = 0; ; attempt += 1) {
    const miniflare = new Miniflare(convertV4MiniflareOptions(options));
    try {
      await miniflare.ready;
      return miniflare;
    } catch (cause) {
      await miniflare.dispose().catch(() => undefined);
      const pauseMs = PAUSES_MS[attempt];
      if (pauseMs === undefined || !String(cause).includes("SQLITE_BUSY")) throw cause;
      await new Promise((done) => setTimeout(done, pauseMs));
    }
  }
}
