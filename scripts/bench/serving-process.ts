import type { ChildProcess } from "node:child_process";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { KV_STAND_IN } from "./serving-workers.ts";

/** A server under load. */
export interface ServingProcess {
  /** One load of a second. */
  load(): Load;
  stop(): Promise<void>;
}

/** What one load gave. */
export interface Load {
  readonly requestsPerSecond: number;
  /** Processor time of the server per request. */
  readonly cpuMicroseconds: number;
}

/** How a server is asked. */
export interface Asked {
  readonly port: number;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const CONNECTIONS = 16;

/** Starts raw `workerd serve` with a worker over a KV in memory; `values` is its content as JSON. */
export function serveWorker(
  folder: string,
  script: string,
  values: string,
  asked: Asked,
): Promise<ServingProcess> {
  mkdirSync(folder);
  writeFileSync(join(folder, "worker.js"), script);
  writeFileSync(join(folder, "kv.js"), KV_STAND_IN);
  writeFileSync(join(folder, "values.json"), values);
  writeFileSync(join(folder, "config.capnp"), capnp(asked.port));
  return started([workerd(), "serve", join(folder, "config.capnp")], asked);
}

/** Starts nginx with one file, in a coding; null where nginx is not installed. */
export async function serveFile(
  folder: string,
  bytes: Uint8Array,
  coding: string,
  asked: Asked,
): Promise<ServingProcess | null> {
  if (spawnSync("nginx", ["-v"]).error) return null;
  mkdirSync(join(folder, dirname(asked.path)), { recursive: true });
  writeFileSync(join(folder, asked.path), bytes);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(" ");
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr crit; events {}
http { access_log off; ${temporary} keepalive_requests 1000000000; open_file_cache max=100;
  server { listen 127.0.0.1:${asked.port}; root ${folder}; add_header Content-Encoding ${coding}; } }
`,
  );
  return started(["nginx", "-c", join(folder, "nginx.conf"), "-p", folder], asked);
}

/** Starts a server, waits for its first answer, and warms it up. */
async function started(command: readonly string[], asked: Asked): Promise<ServingProcess> {
  const [program = "", ...args] = command;
  const server = spawn(program, args, { stdio: ["ignore", "ignore", "inherit"] });
  const stop = async () => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill();
    await ended;
  };
  try {
    await answering(asked);
  } catch (fault) {
    await stop();
    throw fault;
  }
  const load = () => loadOnce(server, asked);
  load();
  load();
  return { load, stop };
}

function loadOnce(server: ChildProcess, { port, path, headers }: Asked): Load {
  const fields = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const before = cpuSeconds(server);
  const { stdout } = spawnSync(
    "wrk",
    ["-t1", `-c${CONNECTIONS}`, "-d1s", ...fields, `http://127.0.0.1:${port}${path}`],
    { encoding: "utf8" },
  );
  const spent = cpuSeconds(server) - before;
  return {
    requestsPerSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]),
    cpuMicroseconds: (spent / Number(/(\d+) requests in/.exec(stdout)?.[1])) * 1e6,
  };
}

async function answering({ port, path, headers }: Asked): Promise<void> {
  const url = `http://127.0.0.1:${port}${path}`;
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const response = await fetch(url, { headers }).catch(() => null);
    await response?.body?.cancel();
    if (response && response.status < 400) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${url} does not answer`);
}

/** Processor time of a process so far (proc(5), fields utime and stime, in hundredths of a second). */
function cpuSeconds({ pid }: ChildProcess): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

function workerd(): string {
  const require = createRequire(createRequire(import.meta.url).resolve("wrangler/package.json"));
  return join(dirname(require.resolve("workerd/package.json")), "bin/workerd");
}

function capnp(port: number): string {
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [ (name = "main", worker = .main), (name = "kv", worker = .kv) ],
  sockets = [ (name = "http", address = "127.0.0.1:${port}", http = (), service = "main") ],
);
const main :Workerd.Worker = (
  modules = [ (name = "worker.js", esModule = embed "worker.js") ],
  compatibilityDate = "2026-10-01",
  bindings = [ (name = "DOCUMENTS", kvNamespace = "kv") ],
);
const kv :Workerd.Worker = (
  modules = [ (name = "kv.js", esModule = embed "kv.js"), (name = "values.json", json = embed "values.json") ],
  compatibilityDate = "2026-10-01",
);
`;
}
