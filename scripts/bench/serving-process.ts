import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { processorSeconds, startRawWorkerd } from "./raw-workerd.ts";
import type { BakedSample } from "./sample.ts";

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
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const CONNECTIONS = 16;
const NGINX_PORT = 18_800;

/** Starts raw `workerd serve` with a worker over a KV in memory that holds these values. */
export async function serveWorker(
  folder: string,
  script: string,
  values: BakedSample["values"],
  asked: Asked,
  variables: Readonly<Record<string, string>> = {},
): Promise<ServingProcess> {
  const server = await startRawWorkerd(folder, script, variables);
  for (const [key, { metadata, value }] of Object.entries(values)) {
    await server.put(key, metadata, Buffer.from(value, "base64"));
  }
  return warm(server, asked);
}

/** Starts nginx with one file, in a coding; null where nginx is not installed. */
export async function serveFile(
  folder: string,
  { bytes, coding }: { readonly bytes: Uint8Array; readonly coding: string },
  asked: Asked,
): Promise<ServingProcess | null> {
  if (spawnSync("nginx", ["-v"]).error) return null;
  mkdirSync(join(folder, dirname(asked.path)), { recursive: true });
  writeFileSync(join(folder, asked.path), bytes);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(" ");
  const config = join(folder, "nginx.conf");
  writeFileSync(
    config,
    `daemon off; master_process off; pid ${folder}/nginx.pid; error_log stderr crit; events {}
http { access_log off; ${temporary} keepalive_requests 1000000000; open_file_cache max=100;
  server { listen 127.0.0.1:${NGINX_PORT}; root ${folder}; add_header Content-Encoding ${coding}; } }
`,
  );
  const server = spawn("nginx", ["-c", config, "-p", folder], { stdio: ["ignore", "ignore", "inherit"] });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  return warm(
    {
      origin: `http://127.0.0.1:${NGINX_PORT}`,
      cpuSeconds: () => processorSeconds(server.pid ?? 0),
      async stop() {
        server.kill();
        await ended;
      },
    },
    asked,
  );
}

/** What is known of a server that was started. */
interface Started {
  readonly origin: string;
  cpuSeconds(): number;
  stop(): Promise<void>;
}

/** Waits for the first answer of a server, and warms it up. */
async function warm(server: Started, asked: Asked): Promise<ServingProcess> {
  try {
    await answering(server, asked);
  } catch (fault) {
    await server.stop();
    throw fault;
  }
  const load = () => loadOnce(server, asked);
  load();
  load();
  return { load, stop: () => server.stop() };
}

function loadOnce({ origin, cpuSeconds }: Started, { path, headers }: Asked): Load {
  const fields = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const before = cpuSeconds();
  const { stdout } = spawnSync("wrk", ["-t1", `-c${CONNECTIONS}`, "-d1s", ...fields, `${origin}${path}`], {
    encoding: "utf8",
  });
  const spent = cpuSeconds() - before;
  return {
    requestsPerSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]),
    cpuMicroseconds: (spent / Number(/(\d+) requests in/.exec(stdout)?.[1])) * 1e6,
  };
}

async function answering({ origin }: Started, { path, headers }: Asked): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const response = await fetch(`${origin}${path}`, { headers }).catch(() => null);
    await response?.body?.cancel();
    if (response && response.status < 400) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`${origin}${path} does not answer`);
}
