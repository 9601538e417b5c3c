import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeBenchSite } from "./corpus.ts";
import { inFolder } from "./in-folder.ts";
import { measured, runOnce } from "./measure.ts";
import { peers } from "./peers.ts";
import type { Row } from "./table.ts";
import { duration, printTable, times } from "./table.ts";

const BAKE = fileURLToPath(new URL("../bake.ts", import.meta.url));
const PACKAGES = join(tmpdir(), "feedwright-bench-packages");

/** A peer that takes minutes at this size is measured below it only. */
const LARGEST: Readonly<Record<string, number>> = { Hugo: 100_000, Eleventy: 10_000, Astro: 10_000 };

/** How many times as fast as each peer a full bake with everything must be; Hugo at 10,000 and at 100,000. */
const LEAST_RATIO: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  Hugo: { 10000: 1.5, 100000: 3 },
};
const MOST_MEGABYTES = 1000;

/**
 * Full bakes of 1,000 to 100,000 Markdown articles beside Hugo, Eleventy and Astro, from the start of
 * the process to its end. Ours has everything (archives, channels, gate, compression) but the store.
 */
export async function benchBake(sizes: readonly number[]): Promise<void> {
  for (const size of sizes) await inFolder((folder) => benchSize(folder, size));
}

function benchSize(folder: string, size: number): void {
  const corpus = join(folder, "corpus");
  writeBenchSite(corpus, size);
  const rounds = size > 10_000 ? 1 : 3;
  const ours = repeat(rounds, () => bakeOnce(corpus, join(folder, "state")));
  if (ours === null) throw new Error("the bake failed");
  const rows: Row[] = [
    {
      what: "Feedwright, everything",
      figure: `${spread(ours)}, ${ours.peakMegabytes} MB`,
      ratio: `${((ours.medianMs * 1000) / size).toFixed(0)} µs an article`,
      met: size === 100_000 ? (ours.peakMegabytes ?? 0) < MOST_MEGABYTES : null,
    },
  ];
  for (const peer of peers(PACKAGES)) {
    if (size > (LARGEST[peer.name] ?? 0)) continue;
    if (!peer.available()) {
      rows.push({ what: peer.name, figure: `not installed: ${peer.install}`, ratio: null, met: null });
      continue;
    }
    const project = join(folder, peer.name);
    peer.prepare(project, corpus);
    const theirs = repeat(rounds, () => runOnce(peer.command(project), project));
    if (theirs === null) rows.push({ what: peer.name, figure: "failed", ratio: null, met: null });
    else {
      const least = LEAST_RATIO[peer.name]?.[size];
      rows.push({
        what: peer.name,
        figure: `${spread(theirs)}, ${theirs.peakMegabytes} MB`,
        ratio: times(theirs.medianMs, ours.medianMs),
        met: least === undefined ? null : theirs.medianMs / ours.medianMs >= least,
      });
    }
  }
  printTable(`full bake of ${size.toLocaleString("en")} articles`, rows);
}

/** One full bake without its share of the store. */
function bakeOnce(corpus: string, state: string): ReturnType<typeof runOnce> {
  const flags = [
    "--content",
    corpus,
    "--persist-to",
    state,
    "--now",
    "2026-01-01T00:00:00Z",
    "--dry-run",
    "--json",
  ];
  const run = runOnce([process.execPath, BAKE, ...flags], corpus);
  if (run === null) return null;
  const { timingsMs } = JSON.parse(run.stdout) as { timingsMs: { publish: number } };
  return { ...run, timeMs: run.timeMs - timingsMs.publish };
}

function repeat(rounds: number, work: () => ReturnType<typeof runOnce>): ReturnType<typeof measured> | null {
  const runs = Array.from({ length: rounds }, work).filter((run) => run !== null);
  if (runs.length < rounds) return null;
  return measured(
    runs.map(({ timeMs }) => timeMs),
    Math.max(...runs.map(({ peakMegabytes }) => peakMegabytes ?? 0)),
  );
}

function spread({ medianMs, leastMs, mostMs }: ReturnType<typeof measured>): string {
  return leastMs === mostMs
    ? duration(medianMs)
    : `${duration(medianMs)} (${duration(leastMs)} to ${duration(mostMs)})`;
}
