import { mkdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Miniflare } from "miniflare";
import { isLoopback } from "../../article/loopback.ts";
import { LoaderStore } from "../../store/loader-store.ts";
import { loaderWorker, storageFolder, storeFrame, WORKER_FRAME } from "../../store/local-store.ts";
import type { RuntimeOptions } from "../../store/start-miniflare.ts";
import { startMiniflare } from "../../store/start-miniflare.ts";
import type { Store } from "../../store/store.ts";
import { StoreError } from "../../store/store.ts";
import { HUB_CLASSES } from "../stores/bind-hub.ts";
import { noteServing } from "../stores/serving-note.ts";
import { DOORKEEPER_SCRIPT } from "./doorkeeper.ts";
import { OWN_PAGES_SCRIPT } from "./own-pages.ts";
import { keepingSignals } from "./own-signals.ts";
import type { Listening } from "./ports.ts";
import { LOOPBACK, otherNameSentence } from "./ports.ts";
import { workerScript } from "./worker-script.ts";

/** The Durable Objects of a hub, by their bindings, as in wrangler.toml. */
const HUB_OBJECTS = Object.fromEntries(
  Object.entries(HUB_CLASSES).map(([name, className]) => [name, { className, useSQLite: true }]),
);

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
 * it that reads or writes the store. Its clock is `aheadMs` ahead of the machine's.
 */
export async function startRuntime(
  persistTo: string,
  listening: RuntimeListening,
  aheadMs = 0,
): Promise<Runtime> {
  const { address, port, names } = listening;
  const { door, worker: loader } = loaderWorker();
  const modules = {
    "/doorkeeper.js": DOORKEEPER_SCRIPT,
    "/own-pages.js": OWN_PAGES_SCRIPT,
    "/worker.js": clockAhead(aheadMs) + (await workerScript()),
  };
  let isListening = false;
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
        bindings: {
          NAMES: [...names],
          OTHER_NAME: otherNameSentence(listening),
          SERVER_TIMING: "on",
          // The hub alone asks anybody: this machine too, where nobody else can make it.
          ...(names.every(isLoopback) && { HUB_LOOPBACK: "on" }),
        },
        durableObjects: HUB_OBJECTS,
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
  const forget = noteServing(persistTo, origin(address, Number(edgeUrl.port)));
  return {
    port: Number(edgeUrl.port),
    openStore: (close = () => undefined) =>
      new LoaderStore(persistTo, new URL(door, loaderUrl), { stop: async () => close(), said: () => [] }),
    stop() {
      forget();
      stopped ??= miniflare.dispose();
      return stopped;
    },
  };
}

/** Sets the clock of a script that stands behind it. */
function clockAhead(aheadMs: number): string {
  return aheadMs === 0
    ? ""
    : `const machineClock = Date.now;\nDate.now = () => machineClock() + ${Math.trunc(aheadMs)};\n`;
}

/** Where this machine finds what listens at an address. */
function origin(address: string, port: number): string {
  const host = { "0.0.0.0": LOOPBACK, "::": "::1" }[address] ?? address;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
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
