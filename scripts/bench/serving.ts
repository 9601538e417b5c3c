import type { ChildProcess } from "node:child_process";
import { spawn, spawnSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inFolder } from "./in-folder.ts";
import { bakedSample } from "./sample.ts";
import { CONTENDERS, KV_STAND_IN } from "./serving-workers.ts";
import type { Row } from "./table.ts";
import { printTable } from "./table.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const SECONDS = 3;
const CONNECTIONS = 16;

/** What one load gave. */
interface Load {
  readonly requestsPerSecond: number;
  /** Processor time of the server per request. */
  readonly cpuMicroseconds: number;
}

/** Requests per second and processor time per request on raw `workerd serve`, over a KV in memory. */
export async function benchServing(): Promise<void> {
  if (spawnSync("wrk", ["-v"]).error) {
    process.stdout.write("\nserving: not measured; install wrk (apt-get install wrk)\n");
    return;
  }
  await inFolder(async (folder) => {
    const sample = await bakedSample();
    writeFileSync(join(folder, "values.json"), JSON.stringify(sample.values));
    const rows: Row[] = [];
    const results = new Map<string, Load>();
    let port = 18_800;
    for (const contender of CONTENDERS(sample)) {
      port += 1;
      const script = bundle(folder, contender.worker, contender.name);
      const load = await measure(folder, script, port, contender.path, contender.headers);
      results.set(contender.name, load);
      const reference = contender.against ? results.get(contender.against) : undefined;
      const ratio = reference ? load.requestsPerSecond / reference.requestsPerSecond : null;
      rows.push({
        what: contender.name,
        figure: `${Math.round(load.requestsPerSecond).toLocaleString("en")} requests/s, ${Math.round(load.cpuMicroseconds)} µs CPU`,
        ratio: ratio === null ? null : `${ratio.toFixed(2)} of ${contender.against}`,
        met: ratio === null || contender.leastRatio === null ? null : ratio >= contender.leastRatio,
      });
    }
    printTable("serving on raw workerd", rows);
  });
}

/** Bundles a worker as a deployment does. */
function bundle(
  folder: string,
  worker: { readonly path?: string; readonly source?: string },
  name: string,
): string {
  const out = join(folder, name.replace(/\W+/g, "-"));
  const main = worker.path
    ? join(ROOT, worker.path)
    : join(ROOT, `node_modules/.cache/bench-${name.replace(/\W+/g, "-")}.ts`);
  if (worker.source) writeFileSync(main, worker.source);
  const config = join(folder, "wrangler.toml");
  writeFileSync(
    config,
    `name = "bench"\nmain = ${JSON.stringify(main)}\ncompatibility_date = "2026-10-01"\nsend_metrics = false\n`,
  );
  const { status, stderr } = spawnSync(
    "wrangler",
    ["deploy", "--dry-run", "--minify", "--outdir", out, "-c", config],
    {
      cwd: ROOT,
      encoding: "utf8",
    },
  );
  if (worker.source) rmSync(main, { force: true });
  if (status !== 0) throw new Error(`cannot bundle ${name}: ${stderr}`);
  return readFileSync(join(out, `${main.split("/").at(-1)?.replace(/\.ts$/, "")}.js`), "utf8");
}

async function measure(
  folder: string,
  script: string,
  port: number,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Load> {
  writeFileSync(join(folder, "worker.js"), script);
  writeFileSync(join(folder, "kv.js"), KV_STAND_IN);
  writeFileSync(join(folder, "config.capnp"), capnp(port));
  const server = spawn(workerd(), ["serve", join(folder, "config.capnp")], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    const url = `http://127.0.0.1:${port}${path}`;
    await answering(url, headers);
    const fields = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
    spawnSync("wrk", ["-t1", `-c${CONNECTIONS}`, "-d1s", ...fields, url]);
    const before = cpuSeconds(server);
    const { stdout } = spawnSync("wrk", ["-t1", `-c${CONNECTIONS}`, `-d${SECONDS}s`, ...fields, url], {
      encoding: "utf8",
    });
    const spent = cpuSeconds(server) - before;
    const requests = Number(/(\d+) requests in/.exec(stdout)?.[1]);
    return {
      requestsPerSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]),
      cpuMicroseconds: (spent / requests) * 1e6,
    };
  } finally {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill();
    await ended;
  }
}

async function answering(url: string, headers: Readonly<Record<string, string>>): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const response = await fetch(url, { headers }).catch(() => null);
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
