import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { corpus, writeBenchSite } from "./corpus.ts";
import { inFolder } from "./in-folder.ts";
import { measured, runOnce } from "./measure.ts";
import { peers } from "./peers.ts";
import type { Row } from "./table.ts";
import { duration, printTable, times } from "./table.ts";

const BAKE = fileURLToPath(new URL("../bake.ts", import.meta.url));
const ROUNDS = 5;
/** How many times as fast as Hugo's rebuild one changed article must be, at 10,000. */
const LEAST_RATIO = 10;

/** One article of many changes: what the next bake takes, store excluded, beside Hugo's rebuild. */
export async function benchIncremental(sizes: readonly number[]): Promise<void> {
  for (const size of sizes) await inFolder((folder) => benchSize(folder, size));
}

interface IncrementalReport {
  readonly timingsMs: { readonly publish: number };
  readonly plan: { readonly put: number };
}

function benchSize(folder: string, size: number): void {
  const content = join(folder, "corpus");
  writeBenchSite(content, size);
  const [changed] = [...corpus(size)].slice(Math.floor(size / 2));
  const file = join(changed?.section ?? "", `${changed?.slug}.md`);

  const first = Date.UTC(2026, 0, 1);
  let round = 0;
  const bake = () => {
    const now = new Date(first + round++ * 60_000).toISOString();
    const run = runOnce(
      [
        process.execPath,
        BAKE,
        "--content",
        content,
        "--persist-to",
        join(folder, "state"),
        "--now",
        now,
        "--json",
      ],
      folder,
    );
    if (run === null) throw new Error("the bake failed");
    const report = JSON.parse(run.stdout) as IncrementalReport;
    return { timeMs: run.timeMs - report.timingsMs.publish, puts: report.plan.put };
  };
  bake();
  const runs = Array.from({ length: ROUNDS }, () => {
    appendFileSync(join(content, file), "\nOne more line.\n");
    return bake();
  });
  const ours = measured(
    runs.map(({ timeMs }) => timeMs),
    null,
  );
  const rows: Row[] = [
    {
      what: "Feedwright",
      figure: `${duration(ours.medianMs)} (${duration(ours.leastMs)} to ${duration(ours.mostMs)})`,
      ratio: `${runs.at(-1)?.puts} writes`,
      met: null,
    },
  ];
  const hugo = peers(folder).find(({ name }) => name === "Hugo");
  if (hugo?.available()) {
    const project = join(folder, "hugo");
    hugo.prepare(project, content);
    const theirs = Array.from({ length: 3 }, () => {
      appendFileSync(join(project, "content", file), "\nOne more line.\n");
      return runOnce(hugo.command(project), project)?.timeMs ?? Number.NaN;
    });
    const { medianMs } = measured(theirs, null);
    const met = size === 10_000 ? medianMs / ours.medianMs >= LEAST_RATIO : null;
    rows.push({
      what: "Hugo, rebuild",
      figure: duration(medianMs),
      ratio: times(medianMs, ours.medianMs),
      met,
    });
  }
  printTable(`one article changed of ${size.toLocaleString("en")}`, rows);
}
