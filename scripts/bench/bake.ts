import { tmpdir } from "node:os";
import { join } from "node:path";
import { bakeRows, SMALLER_SIZE } from "./bake-rows.ts";
import { bareWalkMs } from "./bare-walk.ts";
import type { CoreBake } from "./core-bake.ts";
import { CORE_ADDRESSES } from "./core-bake.ts";
import { writeBenchSettings, writeBenchSite } from "./corpus.ts";
import { IN_MEMORY, inFolder } from "./in-folder.ts";
import type { Installed } from "./installed.ts";
import { installProgram } from "./installed.ts";
import type { Run } from "./measure.ts";
import { INSTALL_TIME, runOnce } from "./measure.ts";
import type { Peer } from "./peers/peer.ts";
import { peers } from "./peers/peers.ts";
import { whole } from "./spread.ts";
import { printTable } from "./table.ts";

const PACKAGES = join(tmpdir(), "feedwright-bench-packages");

/** A peer that takes minutes at a size is measured below it only. */
const LARGEST: Readonly<Record<string, number>> = { Hugo: 100_000, Eleventy: 10_000, Astro: 10_000 };

const ROUNDS = 3;
/** A peer is asked once where it takes longer than this many articles. */
const MOST_IN_ROUNDS = 10_000;

/** The clock of every bake, later than any article of the corpus. */
const NOW = "2026-01-01T00:00:00Z";

const NO_CHANNEL_ARCHIVES = "channel_archives = []\n";

/**
 * Full bakes of Markdown articles beside Hugo, Eleventy and Astro, from the start of the process to its
 * end, everybody's files in memory. Everything (archives, channels, gate, compression) without the
 * store's share of the time, with archives of channels and without, and what the others do too.
 */
export async function benchBake(size: number): Promise<void> {
  if (INSTALL_TIME) process.stdout.write(`\nmemory: not measured; install time (${INSTALL_TIME})\n`);
  await inFolder(
    async (folder) => benchSize(folder, size, await installProgram(join(folder, "program"))),
    IN_MEMORY,
  );
}

function benchSize(folder: string, size: number, program: Installed): void {
  const corpus = join(folder, "corpus");
  writeBenchSite(corpus, size);
  const smaller = size > SMALLER_SIZE ? join(folder, "smaller") : null;
  if (smaller) writeBenchSite(smaller, SMALLER_SIZE);
  const others = peers(PACKAGES)
    .filter(({ name }) => size <= (LARGEST[name] ?? 0))
    .map((peer) => preparedPeer(peer, join(folder, peer.name), corpus));

  const runs = { everything: [] as Run[], plain: [] as Run[], core: [] as Run[], smaller: [] as Run[] };
  const walksMs: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    walksMs.push(bareWalkMs(corpus));
    runs.everything.push(bakeOnce(program, corpus, join(folder, "state")));
    writeBenchSettings(corpus, NO_CHANNEL_ARCHIVES);
    runs.plain.push(bakeOnce(program, corpus, join(folder, "plain-state")));
    writeBenchSettings(corpus, "");
    runs.core.push(coreOnce(program, corpus, join(folder, "core-state"), size));
    if (smaller) runs.smaller.push(bakeOnce(program, smaller, join(folder, "smaller-state")));
    if (round === 0 || size <= MOST_IN_ROUNDS) for (const { run } of others) run();
  }
  printTable(
    `full bake of ${whole(size)} articles`,
    bakeRows({
      size,
      ours: {
        everything: runs.everything,
        "everything but archives of channels": runs.plain,
        "what Hugo does too": runs.core,
      },
      walksMs,
      peers: new Map(others.map(({ name, outcome }) => [name, outcome()])),
      smaller: smaller ? runs.smaller : null,
    }),
  );
}

/** A peer's rounds, and what came of them: runs, or a word on why there are none. */
interface PreparedPeer {
  readonly name: string;
  readonly run: () => void;
  readonly outcome: () => readonly Run[] | string;
}

function preparedPeer(peer: Peer, project: string, corpus: string): PreparedPeer {
  if (!peer.available()) {
    return { name: peer.name, run() {}, outcome: () => `not installed: ${peer.install}` };
  }
  peer.prepare(project, corpus);
  const runs: Run[] = [];
  let failed = false;
  return {
    name: peer.name,
    run() {
      const run = failed ? null : runOnce(peer.command(project), project);
      if (run) runs.push(run);
      else failed = true;
    },
    outcome: () => (failed ? "failed" : runs),
  };
}

/** One full bake without its share of the store. */
function bakeOnce({ feedwright }: Installed, corpus: string, state: string): Run {
  const flags = ["--content", corpus, "--persist-to", state, "--now", NOW, "--full", "--dry-run", "--json"];
  const run = runOnce([process.execPath, feedwright, "bake", ...flags], corpus);
  if (run === null) throw new Error("the bake failed");
  const { timingsMs } = JSON.parse(run.stdout) as { timingsMs: { publish: number } };
  return { ...run, timeMs: run.timeMs - timingsMs.publish };
}

/** One bake of what the others make too. */
function coreOnce({ core }: Installed, corpus: string, state: string, size: number): Run {
  const run = runOnce([process.execPath, core, corpus, state, String(Date.parse(NOW) / 1000)], corpus);
  if (run === null) throw new Error("the bake failed");
  const { documents } = JSON.parse(run.stdout) as CoreBake;
  const expected = size + CORE_ADDRESSES.length;
  if (documents !== expected) throw new Error(`${documents} of ${expected} documents were rendered`);
  return run;
}
