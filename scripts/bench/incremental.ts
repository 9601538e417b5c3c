import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { bareWalkMs } from "./bare-walk.ts";
import { corpus, writeBenchSite } from "./corpus.ts";
import { inFolder } from "./in-folder.ts";
import type { Incremental, IncrementalRun } from "./incremental-rows.ts";
import { incrementalRows } from "./incremental-rows.ts";
import { installProgram } from "./installed.ts";
import type { Run } from "./measure.ts";
import { runOnce } from "./measure.ts";
import { peers } from "./peers/peers.ts";
import { whole } from "./spread.ts";
import { printTable } from "./table.ts";

const ROUNDS = 5;
/** Between two bakes, by their clock. */
const MINUTE_MS = 60_000;

/**
 * One article of many changes: what the next bake takes, store excluded, beside Hugo's rebuild; then
 * what becomes of it as a site grows. The bakes publish, and remember what they read, as a user's do.
 */
export async function benchIncremental(sizes: readonly number[]): Promise<void> {
  const found: Incremental[] = [];
  for (const size of sizes) {
    found.push(
      await inFolder(async (folder) =>
        benchSize(folder, size, (await installProgram(join(folder, "program"))).feedwright),
      ),
    );
  }
  printTable(`one article changed of ${sizes.map(whole).join(", then of ")}`, incrementalRows(found));
}

function benchSize(folder: string, size: number, program: string): Incremental {
  const content = join(folder, "corpus");
  writeBenchSite(content, size);
  const [changed] = [...corpus(size)].slice(Math.floor(size / 2));
  const file = join(changed?.section ?? "", `${changed?.slug}.md`);
  const change = (root: string) => appendFileSync(join(root, file), "\nOne more line.\n");

  const project = join(folder, "hugo");
  const hugo = peers(folder).find(({ name }) => name === "Hugo");
  const rebuild = hugo?.available()
    ? () => {
        change(join(project, "content"));
        return runOnce(hugo.command(project), project);
      }
    : null;
  hugo?.prepare(project, content);

  const bake = bakes(folder, content, program);
  bake();
  const [idle, ours, theirs]: [IncrementalRun[], IncrementalRun[], Run[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    // It finds that nothing is left to do; what comes then has only to see that this is still so.
    bake();
    idle.push(bake());
    change(content);
    ours.push(bake());
    const run = rebuild?.();
    if (run) theirs.push(run);
  }
  const missing = rebuild ? "failed" : `not installed: ${hugo?.install}`;
  return { size, idle, ours, hugo: theirs.length < ROUNDS ? missing : theirs };
}

/** Bakes a folder again and again, a minute later each time by its own clock. */
function bakes(folder: string, content: string, program: string): () => IncrementalRun {
  let now = Date.UTC(2026, 0, 1);
  const flags = ["bake", "--content", content, "--persist-to", join(folder, "state"), "--json"];
  return () => {
    now += MINUTE_MS;
    const run = runOnce([process.execPath, program, ...flags, "--now", new Date(now).toISOString()], folder);
    if (run === null) throw new Error("the bake failed");
    const { timingsMs, plan } = JSON.parse(run.stdout) as {
      readonly timingsMs: { readonly publish: number };
      readonly plan: { readonly put: number };
    };
    return { timeMs: run.timeMs - timingsMs.publish, puts: plan.put, walkMs: bareWalkMs(content) };
  };
}
