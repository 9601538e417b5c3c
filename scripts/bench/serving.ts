import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { bundleWorker } from "./bundle-worker.ts";
import { inFolder } from "./in-folder.ts";
import { median } from "./measure.ts";
import type { BakedSample } from "./sample.ts";
import { bakedSample } from "./sample.ts";
import type { Load, ServingProcess } from "./serving-process.ts";
import { serveFile, serveWorker } from "./serving-process.ts";
import type { Contender } from "./serving-workers.ts";
import { CONTENDERS } from "./serving-workers.ts";
import type { Row } from "./table.ts";
import { printTable } from "./table.ts";

/** Each round asks every server once, so that all of them see the same machine. */
const ROUNDS = 9;

/** A contender that runs, and what its loads gave, by round. */
interface Run {
  readonly contender: Contender;
  readonly server: ServingProcess;
  readonly loads: Load[];
}

/** Requests per second and processor time per request, over a KV in memory. */
export async function benchServing(): Promise<void> {
  if (spawnSync("wrk", ["-v"]).error) {
    process.stdout.write("\nserving: not measured; install wrk (apt-get install wrk)\n");
    return;
  }
  await inFolder(async (folder) => {
    const runs = new Map<string, Run>();
    try {
      const sample = await bakedSample();
      for (const contender of CONTENDERS(sample)) {
        const server = await start(folder, contender, sample);
        if (server) runs.set(contender.name, { contender, server, loads: [] });
        else process.stdout.write("\nnginx: not measured; install nginx (apt-get install nginx)\n");
      }
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const { server, loads } of runs.values()) loads.push(server.load());
      }
      printTable(
        `serving on raw workerd: median (least to most) of ${ROUNDS} rounds, CPU of the server's process`,
        [...runs.values()].flatMap((run) => rowsOf(run, runs)),
      );
    } finally {
      for (const { server } of runs.values()) await server.stop();
    }
  });
}

function start(
  folder: string,
  { name, serves, path, headers }: Contender,
  sample: BakedSample,
): Promise<ServingProcess | null> {
  const own = join(folder, name.replace(/\W+/g, "-"));
  mkdirSync(own);
  return serves.kind === "file"
    ? serveFile(own, serves, { path, headers })
    : serveWorker(own, bundleWorker(own, serves.worker, name), sample.values, { path, headers });
}

/** Its own figures, then how it stands against each of its references. */
function rowsOf({ contender, loads }: Run, runs: ReadonlyMap<string, Run>): Row[] {
  const rate = Math.round(median(loads.map((load) => load.requestsPerSecond)));
  const cpu = loads.map((load) => load.cpuMicroseconds);
  const figure = `${rate.toLocaleString("en")} requests/s, ${spread(cpu, 0)} µs CPU`;
  const rows: Row[] = [{ what: contender.name, figure, ratio: null, met: null }];
  for (const { name, mostCpu } of contender.against) {
    const reference = runs.get(name);
    if (!reference) continue;
    const ratios = cpu.map((own, round) => own / (reference.loads[round]?.cpuMicroseconds ?? Number.NaN));
    const rates = loads.map(
      (load, round) => load.requestsPerSecond / (reference.loads[round]?.requestsPerSecond ?? Number.NaN),
    );
    rows.push({
      what: `  against ${name}`,
      figure: `${spread(ratios, 2)} of its CPU`,
      ratio: `${median(rates).toFixed(2)} of its requests/s`,
      met: mostCpu === null ? null : median(ratios) <= mostCpu,
      ...(mostCpu !== null && { budget: `at most ${mostCpu.toFixed(2)} of its CPU` }),
    });
  }
  return rows;
}

function spread(numbers: readonly number[], digits: number): string {
  const [middle, least, most] = [median(numbers), Math.min(...numbers), Math.max(...numbers)];
  return `${middle.toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
}
