import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { CACHE_SERVICE } from "./cache-service.ts";

/** A worker on raw `workerd serve`, over a KV in memory that can be written and counts its reads. */
export interface RawWorkerd {
  readonly origin: string;
  put(key: string, metadata: unknown, value: Uint8Array): Promise<void>;
  /** Values that the worker has read so far. */
  reads(): Promise<number>;
  /** Processor time of the process so far; NaN where the machine has no /proc. */
  cpuSeconds(): number;
  readonly pid: number;
  stop(): Promise<void>;
}

/** A KV in memory that speaks what workerd's KV binding asks of a service; POST tells its reads. */
const KV = `const stored = new Map();
let reads = 0;
export default {
  async fetch(request) {
    if (request.method === "POST") return Response.json(reads);
    const key = decodeURIComponent(new URL(request.url).pathname.slice(1));
    if (request.method === "PUT") {
      stored.set(key, { metadata: request.headers.get("CF-KV-Metadata"), value: await request.arrayBuffer() });
      return new Response(null);
    }
    reads += 1;
    const found = stored.get(key);
    if (!found) return new Response(null, { status: 404 });
    return new Response(found.value, { headers: { "CF-KV-Metadata": found.metadata } });
  },
};
`;

/** Variables are those of wrangler.toml. */
function configOf(variables: Readonly<Record<string, string>>): string {
  const texts = Object.entries(variables).map(
    ([name, text]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(text)}), `,
  );
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main), (name = "kv", worker = .kv), (name = "cache", worker = .cache),
  ],
  sockets = [
    (name = "main", address = "127.0.0.1:0", http = (), service = "main"),
    (name = "kv", address = "127.0.0.1:0", http = (), service = "kv"),
  ],
);
const main :Workerd.Worker = (
  modules = [ (name = "worker.js", esModule = embed "worker.js") ],
  compatibilityDate = "2026-10-01",
  bindings = [ ${texts.join("")}(name = "DOCUMENTS", kvNamespace = "kv") ],
  cacheApiOutbound = "cache",
);
const cache :Workerd.Worker = (
  modules = [ (name = "cache.js", esModule = embed "cache.js") ],
  compatibilityDate = "2026-10-01",
);
const kv :Workerd.Worker = (
  modules = [ (name = "kv.js", esModule = embed "kv.js") ],
  compatibilityDate = "2026-10-01",
);
`;
}

/** Starts a bundled worker on ports of its own, with its files in a folder; below another program where one is named. */
export async function startRawWorkerd(
  folder: string,
  script: string,
  variables: Readonly<Record<string, string>> = {},
  below: readonly string[] = [],
): Promise<RawWorkerd> {
  writeFileSync(join(folder, "worker.js"), script);
  writeFileSync(join(folder, "kv.js"), KV);
  writeFileSync(join(folder, "cache.js"), CACHE_SERVICE);
  writeFileSync(join(folder, "config.capnp"), configOf(variables));
  const [program = "", ...words] = [...below, workerd(), "serve", "--control-fd=3"];
  const server = spawn(program, [...words, join(folder, "config.capnp")], {
    stdio: ["ignore", "ignore", "inherit", "pipe"],
  });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  const ports = await listeningPorts(server.stdio[3] as Readable, ["main", "kv"]);
  const kv = `http://127.0.0.1:${ports.get("kv")}/`;
  return {
    origin: `http://127.0.0.1:${ports.get("main")}`,
    async put(key, metadata, value) {
      const headers = { "CF-KV-Metadata": JSON.stringify(metadata) };
      await fetch(kv + encodeURIComponent(key), { method: "PUT", headers, body: Buffer.from(value) });
    },
    reads: async () => (await (await fetch(kv, { method: "POST" })).json()) as number,
    cpuSeconds: () => processorSeconds(server.pid ?? 0),
    pid: server.pid ?? 0,
    async stop() {
      server.kill();
      await ended;
    },
  };
}

function workerd(): string {
  const require = createRequire(createRequire(import.meta.url).resolve("wrangler/package.json"));
  return join(dirname(require.resolve("workerd/package.json")), "bin/workerd");
}

/** workerd tells the port of each socket once it listens, one JSON object a line. */
async function listeningPorts(control: Readable, sockets: readonly string[]): Promise<Map<string, number>> {
  const ports = new Map<string, number>();
  for await (const line of createInterface({ input: control })) {
    const { event, socket, port } = JSON.parse(line) as { event: string; socket: string; port: number };
    if (event === "listen") ports.set(socket, port);
    if (sockets.every((name) => ports.has(name))) return ports;
  }
  throw new Error("workerd does not start");
}

/** Nanoseconds on a processor, of all threads (Linux, Documentation/scheduler/sched-stats.rst). */
export function processorSeconds(pid: number): number {
  if (!existsSync(`/proc/${pid}/task`)) return Number.NaN;
  const threads = readdirSync(`/proc/${pid}/task`);
  const spent = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8"));
  return spent.reduce((sum, line) => sum + Number(line.split(" ")[0]), 0) / 1e9;
}
