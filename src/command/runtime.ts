import { resolve } from "node:path";
import { convertV4MiniflareOptions, Miniflare, Response } from "miniflare";
import { guardWorkerd } from "../store/guard-workerd.ts";
import { COMPATIBILITY_DATE, NAMESPACE, storageFolder } from "../store/local-store.ts";
import { DOORKEEPER_SCRIPT } from "./doorkeeper.ts";
import { keepingSignals } from "./own-signals.ts";
import type { Listening } from "./ports.ts";
import { otherNameSentence } from "./ports.ts";
import { DOCUMENTS_BINDING } from "./worker-config.ts";
import { workerScript } from "./worker-script.ts";

/** The runtime of Cloudflare Workers, which serves a local store in a process of its own. */
export interface Runtime {
  readonly port: number;
  /** Whether the store has nothing in it. */
  isEmpty(): Promise<boolean>;
  stop(): Promise<void>;
}

/** Where the runtime listens; any free port where it is 0. */
export type RuntimeListening = Pick<Listening, "address" | "port" | "names">;

/** The worker's name in the runtime. */
const WORKER = "edge";

/**
 * Starts the runtime; kept once it listens. It ends when it is stopped, or with this process. The worker
 * is asked directly, with nothing of the local tools in front of it that reads or writes the store.
 */
export async function startRuntime(persistTo: string, listening: RuntimeListening): Promise<Runtime> {
  const { address, port, names } = listening;
  const script = await workerScript();
  guardWorkerd();
  const options = convertV4MiniflareOptions({
    resourcePersistencePath: storageFolder(persistTo),
    cf: false,
    telemetry: { enabled: false },
    handleStructuredLogs: ({ message }) => void process.stderr.write(`${message}\n`),
    workers: [
      {
        name: WORKER,
        modulesRoot: resolve("/"),
        modules: [
          { type: "ESModule", path: resolve("/doorkeeper.js"), contents: DOORKEEPER_SCRIPT },
          { type: "ESModule", path: resolve("/worker.js"), contents: script },
        ],
        compatibilityDate: COMPATIBILITY_DATE,
        kvNamespaces: { [DOCUMENTS_BINDING]: NAMESPACE },
        bindings: { NAMES: [...names], OTHER_NAME: otherNameSentence(listening), SERVER_TIMING: "on" },
        // The worker asks nobody, and nobody could make it.
        outboundService: () => new Response(null, { status: 403 }),
        unsafeDirectSockets: [{ host: address, port }],
      },
    ],
  });
  const miniflare = await keepingSignals(async () => {
    const started = new Miniflare(options);
    await started.ready;
    return started;
  });
  const url = await miniflare.unsafeGetDirectURL(WORKER);
  return {
    port: Number(url.port),
    async isEmpty() {
      const documents = await miniflare.getKVNamespace(DOCUMENTS_BINDING, WORKER);
      return (await documents.list({ limit: 1 })).keys.length === 0;
    },
    stop: () => miniflare.dispose(),
  };
}
