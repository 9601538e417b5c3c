import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { Agent, get } from "node:http";
import { join } from "node:path";
import { bundleWorker } from "./bundle-worker.ts";
import { inFolder } from "./in-folder.ts";
import { median } from "./measure.ts";
import { startRawWorkerd } from "./raw-workerd.ts";
import type { BakedSample } from "./sample.ts";
import { bakedSample } from "./sample.ts";
import type { Contender } from "./serving-workers.ts";
import { CONTENDERS } from "./serving-workers.ts";
import { whole } from "./spread.ts";
import type { Row } from "./table.ts";
import { printTable } from "./table.ts";

/** After so many requests the runtime has compiled most of what it will compile. */
const WARM = 600;
const REQUESTS = 100;
/** The median of so many, since collecting garbage and compiling fall into some of them. */
const ROUNDS = 5;
const AGENT = new Agent({ keepAlive: true, maxSockets: 1 });

/** What does as much as ours: a bare hono, and ours of before. */
const REFERENCE = /^hono, (?!.*one field)|^ours, before/;

/**
 * Instructions a request, counted by callgrind: the same on a busy machine as on a quiet one, where
 * time on a processor differs by half from second to second.
 */
export async function benchInstructions(): Promise<void> {
  if (spawnSync("valgrind", ["--version"]).error) {
    process.stdout.write("\ninstructions: not counted; install valgrind (apt-get install valgrind)\n");
    return;
  }
  await inFolder(async (folder) => {
    const sample = await bakedSample();
    const all = CONTENDERS(sample);
    const judged = all.flatMap((one) => {
      const against = one.against.filter(({ name }) => REFERENCE.test(name));
      return against.some(({ mostCpu }) => mostCpu !== null) ? [{ ...one, against }] : [];
    });
    const wanted = new Set(judged.flatMap(({ name, against }) => [name, ...against.map((one) => one.name)]));
    const counts = new Map<string, number>();
    for (const contender of all.filter(({ name }) => wanted.has(name))) {
      counts.set(contender.name, await instructionsOf(folder, contender, sample));
    }
    printTable(
      `serving on raw workerd: instructions a request, median of ${ROUNDS} times ${REQUESTS}`,
      judged.flatMap((contender) => rowsOf(contender, counts)),
    );
  });
}

async function instructionsOf(
  folder: string,
  { name, serves, path, headers }: Contender,
  { values }: BakedSample,
): Promise<number> {
  if (serves.kind === "file") return Number.NaN;
  const own = join(folder, name.replace(/\W+/g, "-"));
  mkdirSync(own);
  // The runtime writes its code while it runs.
  const callgrind = ["valgrind", "-q", "--tool=callgrind", "--smc-check=all-non-file"];
  const below = [...callgrind, `--callgrind-out-file=${own}/count`];
  const server = await startRawWorkerd(own, bundleWorker(own, serves.worker, name), {}, below);
  try {
    for (const [key, { metadata, value }] of Object.entries(values)) {
      await server.put(key, metadata, Buffer.from(value, "base64"));
    }
    const ask = async (times: number) => {
      for (let at = 0; at < times; at += 1) await receive(`${server.origin}${path}`, headers);
    };
    await ask(WARM);
    const rounds: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      control("--zero", server.pid);
      await ask(REQUESTS);
      control("--dump", server.pid);
      rounds.push(takeCount(own) / REQUESTS);
    }
    return median(rounds);
  } finally {
    await server.stop();
  }
}

/** Takes an answer as it comes: what it is coded in is not for this to know. */
async function receive(url: string, headers: Contender["headers"]): Promise<void> {
  const asked = get(url, { headers, agent: AGENT });
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  if ((response.statusCode ?? 500) >= 400) throw new Error(`${url} answers ${response.statusCode}`);
  response.resume();
  await once(response, "end");
}

function control(what: "--zero" | "--dump", pid: number): void {
  const { status, stderr } = spawnSync("callgrind_control", [what, `${pid}`], { encoding: "utf8" });
  if (status !== 0) throw new Error(`callgrind_control ${what}: ${stderr}`);
}

/** Instructions of the newest dump, which goes. */
function takeCount(folder: string): number {
  const [newest] = readdirSync(folder).filter((name) => /^count\.\d+$/.test(name));
  if (newest === undefined) throw new Error("callgrind has written nothing");
  const path = join(folder, newest);
  const total = /^(?:totals|summary): (\d+)/m.exec(readFileSync(path, "utf8"))?.[1];
  rmSync(path);
  return Number(total);
}

/** Its own count, then how it stands against each of its references. */
function rowsOf({ name, against }: Contender, counts: ReadonlyMap<string, number>): Row[] {
  const own = counts.get(name) ?? Number.NaN;
  const rows: Row[] = [
    { what: name, figure: `${whole(own / 1000)} thousand instructions`, ratio: null, met: null },
  ];
  for (const { name: reference, mostCpu } of against) {
    const ratio = own / (counts.get(reference) ?? Number.NaN);
    rows.push({
      what: `  against ${reference}`,
      figure: `${ratio.toFixed(2)} of its instructions`,
      ratio: null,
      met: mostCpu === null ? null : ratio <= mostCpu,
      ...(mostCpu !== null && { budget: `at most ${mostCpu.toFixed(2)} of them` }),
    });
  }
  return rows;
}
