import { spawnSync } from "node:child_process";
import { bundleWorker } from "./bundle-worker.ts";
import { inFolder } from "./in-folder.ts";
import { startRawWorkerd } from "./raw-workerd.ts";
import type { BakedSample } from "./sample.ts";
import { bakedSample } from "./sample.ts";
import type { Contender } from "./serving-workers.ts";
import { CONTENDERS } from "./serving-workers.ts";
import type { Row } from "./table.ts";
import { printTable } from "./table.ts";

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
    const rows: Row[] = [];
    const results = new Map<string, Load>();
    for (const contender of CONTENDERS(sample)) {
      const script = bundleWorker(folder, contender.worker, contender.name);
      const load = await measure(folder, script, sample, contender);
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

async function measure(
  folder: string,
  script: string,
  { values }: BakedSample,
  { path, headers }: Contender,
): Promise<Load> {
  const server = await startRawWorkerd(folder, script);
  try {
    for (const [key, { metadata, value }] of Object.entries(values)) {
      await server.put(key, metadata, Buffer.from(value, "base64"));
    }
    const url = server.origin + path;
    const fields = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
    spawnSync("wrk", ["-t1", `-c${CONNECTIONS}`, "-d1s", ...fields, url]);
    const before = server.cpuSeconds();
    const { stdout } = spawnSync("wrk", ["-t1", `-c${CONNECTIONS}`, `-d${SECONDS}s`, ...fields, url], {
      encoding: "utf8",
    });
    const spent = server.cpuSeconds() - before;
    const requests = Number(/(\d+) requests in/.exec(stdout)?.[1]);
    return {
      requestsPerSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]),
      cpuMicroseconds: (spent / requests) * 1e6,
    };
  } finally {
    await server.stop();
  }
}
