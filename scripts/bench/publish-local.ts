import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { benchSite } from "./bench-documents.ts";
import { INSTALL_WRANGLER, installedWrangler } from "./bench-wrangler.ts";
import { bulkPairs } from "./bulk-bodies.ts";
import { inFolder } from "./in-folder.ts";
import { median } from "./measure.ts";
import { publishOnce } from "./publish-process.ts";
import { runAside } from "./run-aside.ts";
import { spread, whole } from "./spread.ts";
import type { Row } from "./table.ts";
import { duration, printTable } from "./table.ts";

const ROUNDS = 3;
/** Keys that wrangler is given: it takes some 2 ms for each. */
const PEER_COUNT = 2000;

/** Publishes into the local store, and beside wrangler's own command for fewer keys: whole processes, from start to end. */
export async function benchLocalStore(count: number): Promise<void> {
  const wrangler = installedWrangler();
  const [many, few, theirs]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    many.push(await inFolder((folder) => ours(folder, count)));
    few.push(await inFolder((folder) => ours(folder, PEER_COUNT)));
    if (wrangler) theirs.push(await inFolder((folder) => bulkPut(wrangler, folder)));
  }
  const rows: Row[] = [
    { what: `Feedwright, ${whole(count)} pages`, figure: figureOf(many, count), ratio: null, met: null },
    {
      what: `Feedwright, ${whole(PEER_COUNT)} pages`,
      figure: figureOf(few, PEER_COUNT),
      ratio: null,
      met: null,
    },
    wrangler
      ? {
          what: `wrangler kv bulk put --local, ${whole(PEER_COUNT)}`,
          figure: figureOf(theirs, PEER_COUNT),
          ratio: `Feedwright ${spread(
            theirs.map((time, round) => time / (few[round] ?? time)),
            2,
          )} times as fast`,
          met: null,
        }
      : {
          what: "wrangler kv bulk put --local",
          figure: `not installed: ${INSTALL_WRANGLER}`,
          ratio: null,
          met: null,
        },
  ];
  printTable("publish into the local store, pages of 2.5 kB, start of the process included", rows);
}

async function ours(folder: string, count: number): Promise<number> {
  const nowhere = { apiUrl: "", account: "", token: "", namespace: "" };
  return (await publishOnce("local", count, { ...nowhere, folder })).processMs;
}

async function bulkPut(wrangler: string, folder: string): Promise<number> {
  const file = join(folder, "pairs.json");
  const state = join(folder, "state");
  mkdirSync(state);
  writeFileSync(file, JSON.stringify(bulkPairs(benchSite(PEER_COUNT).documents)));
  const where = ["--namespace-id", "DOCUMENTS", "--local", "--persist-to", state];
  return (await runAside([wrangler, "kv", "bulk", "put", file, ...where])).timeMs;
}

function figureOf(timesMs: readonly number[], count: number): string {
  const rate = whole(count / (median(timesMs) / 1000));
  return `${duration(median(timesMs))} (${duration(Math.min(...timesMs))} to ${duration(Math.max(...timesMs))}), ${rate} keys/s`;
}
