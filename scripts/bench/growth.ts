import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { corpus, writeBenchSite } from "./corpus.ts";
import type { GrowthCurve } from "./growth-graph.ts";
import { drawGrowth } from "./growth-graph.ts";
import type { Grown } from "./growth-rows.ts";
import { growthRows } from "./growth-rows.ts";
import { IN_MEMORY, inFolder } from "./in-folder.ts";
import { installProgram } from "./installed.ts";
import type { Run } from "./measure.ts";
import { median, runOnce } from "./measure.ts";
import { printTable } from "./table.ts";

const GRAPH = fileURLToPath(new URL("../../docs/growth.svg", import.meta.url));

/** Larger ones lie on the disk, so that there is memory left. */
const MOST_IN_MEMORY = 100_000;
const ROUNDS = 3;
const START = Date.UTC(2026, 0, 1);
const MINUTE_MS = 60_000;

/**
 * What becomes of a bake as a site grows: a full one, one of nothing new, and one of one article that
 * changed, of each size once; drawn as a graph for the documentation.
 */
export async function benchGrowth(sizes: readonly number[]): Promise<void> {
  const found: Grown[] = [];
  for (const size of sizes) {
    found.push(
      await inFolder(
        async (folder) => growTo(folder, size, (await installProgram(join(folder, "program"))).feedwright),
        size > MOST_IN_MEMORY ? tmpdir() : IN_MEMORY,
      ),
    );
  }
  printTable("bakes of a site that grows", growthRows(found));
  writeFileSync(GRAPH, drawGrowth(curvesOf(found)));
}

function growTo(folder: string, size: number, program: string): Grown {
  const content = join(folder, "corpus");
  mkdirSync(content);
  writeBenchSite(content, size);
  const bake = bakes(folder, content, program);
  const full = bake("dry-state", ["--full", "--dry-run"]);
  // The second bake finds that nothing is left to do.
  for (let before = 0; before < 2; before += 1) bake("state", []);
  const idle: number[] = [];
  const changed: number[] = [];
  const file = fileInTheMiddle(content, size);
  for (let round = 0; round < ROUNDS; round += 1) {
    idle.push(bake("state", []).timeMs);
    appendFileSync(file, "\nOne more line.\n");
    changed.push(bake("state", []).timeMs);
    bake("state", []);
  }
  return { size, full, idleMs: median(idle), changedMs: median(changed) };
}

function fileInTheMiddle(content: string, size: number): string {
  const [article] = [...corpus(size)].slice(Math.floor(size / 2));
  return join(content, article?.section ?? "", `${article?.slug}.md`);
}

/** Bakes a folder, a minute later each time by its own clock; what the store takes does not count. */
function bakes(
  folder: string,
  content: string,
  program: string,
): (state: string, flags: readonly string[]) => Run {
  let now = START;
  return (state, flags) => {
    now += MINUTE_MS;
    const own = ["--content", content, "--persist-to", join(folder, state), "--json"];
    const clock = ["--now", new Date(now).toISOString()];
    const run = runOnce([process.execPath, program, "bake", ...own, ...clock, ...flags], folder);
    if (run === null) throw new Error("the bake failed");
    const { timingsMs } = JSON.parse(run.stdout) as { readonly timingsMs: { readonly publish: number } };
    return { ...run, timeMs: run.timeMs - timingsMs.publish };
  };
}

function curvesOf(found: readonly Grown[]): readonly GrowthCurve[] {
  const curve = (name: string, timeOf: (one: Grown) => number): GrowthCurve => ({
    name,
    points: found.map((one) => ({ articles: one.size, timeMs: timeOf(one) })),
  });
  return [
    curve("full", ({ full }) => full.timeMs),
    curve("one changed", ({ changedMs }) => changedMs),
    curve("nothing changed", ({ idleMs }) => idleMs),
  ];
}
