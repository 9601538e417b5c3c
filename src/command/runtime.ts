import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Miniflare } from "miniflare";
import { loadMiniflare } from "../store/load-miniflare.ts";
import { LoaderStore } from "../store/loader-store.ts";
import { loaderWorker, storageFolder, storeFrame, WORKER_FRAME } from "../store/local-store.ts";
import type { RuntimeOptions } from "../store/start-miniflare.ts";
import { startMiniflare } from "../store/start-miniflare.ts";
import type { Store } from "../store/store.ts";
import { StoreError } from "../store/store.ts";
import { DOORKEEPER_SCRIPT } from "./doorkeeper.ts";
import { OWN_PAGES_SCRIPT } from "./own-pages.ts";
import { keepingSignals } from "./own-signals.ts";
import type { Listening } from "./ports.ts";
import { LOOPBACK, otherNameSentence } from "./ports.ts";
import { workerScript } from "./worker-script.ts";

/** The runtime of Cloudflare Workers, which serves a local store in a process of its own. */
export interface Runtime {
  readonly port: number;
  /** The store that it serves, to be read and written through it; `close` is called when that is closed. */
  openStore(close?: () => void): Store;
  /** Ends it, once; asked again, it is the same end. */
  stop(): Promise<void>;
}

/** Where the runtime listens; any free port where it is 0. */
export type RuntimeListening = Pick<Listening, "address" | "port" | "names">;

/**
 * Starts the runtime; kept once it listens. It ends when it is stopped, or with this process; one that
 * is killed is started again. The worker is asked directly, with nothing of the local tools in front of
 * it that reads or writes the store.
 */
export async function startRuntime(persistTo: string, listening: RuntimeListening): Promise<Runtime> {
  const { address, port, names } = listening;
  const { door, worker: loader } = loaderWorker();
  const modules = {
    "/doorkeeper.js": DOORKEEPER_SCRIPT,
    "/own-pages.js": OWN_PAGES_SCRIPT,
    "/worker.js": await workerScript(),
  };
  let isListening = false;
  const { Response } = await loadMiniflare();
  const options: RuntimeOptions = {
    ...storeFrame(persistTo),
    handleStructuredLogs: ({ message }) => void (isListening && process.stderr.write(`${message}\n`)),
    workers: [
      {
        ...WORKER_FRAME,
        name: "edge",
        modulesRoot: resolve("/"),
        modules: Object.entries(modules).map(([path, contents]) => ({
          type: "ESModule" as const,
          path: resolve(path),
          contents,
        })),
        bindings: { NAMES: [...names], OTHER_NAME: otherNameSentence(listening), SERVER_TIMING: "on" },
        // The worker asks nobody, and nobody could make it.
        outboundService: () => new Response(null, { status: 403 }),
        unsafeDirectSockets: [{ host: address, port }],
      },
      { ...loader, unsafeDirectSockets: [{ host: LOOPBACK, port: 0 }] },
    ],
  };
  const miniflare = await keepingSignals(() => start(persistTo, options));
  isListening = true;
  let stopped: Promise<void> | null = null;
  const [edgeUrl, loaderUrl] = await Promise.all([
    miniflare.unsafeGetDirectURL("edge"),
    miniflare.unsafeGetDirectURL(loader.name),
  ]);
  return {
    port: Number(edgeUrl.port),
    openStore: (close = () => undefined) =>
      new LoaderStore(persistTo, new URL(door, loaderUrl), { stop: async () => close(), said: () => [] }),
    stop() {
      stopped ??= miniflare.dispose();
      return stopped;
    },
  };
}

async function start(persistTo: string, options: RuntimeOptions): Promise<Miniflare> {
  try {
    mkdirSync(storageFolder(persistTo), { recursive: true });
    return await startMiniflare(options);
  } catch (cause) {
    if (cause instanceof StoreError) throw cause;
    const [reason] = (cause instanceof Error ? cause.message : String(cause)).split("\n");
    throw new StoreError(`the store in ${persistTo} cannot be served: ${reason}`, { cause });
  }
}
