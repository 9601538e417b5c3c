import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeBenchSite } from "./corpus.ts";
import { IN_MEMORY, inFolder } from "./in-folder.ts";
import { median, runOnce } from "./measure.ts";
import { printTable } from "./table.ts";

const BAKE = fileURLToPath(new URL("../bake.ts", import.meta.url));
const ROUNDS = 3;

/** What each stage of a full bake takes per article, and its part of the whole. */
export async function benchStages(size: number): Promise<void> {
  await inFolder((folder) => {
    const content = join(folder, "corpus");
    writeBenchSite(content, size);
    const flags = [
      "--content",
      content,
      "--persist-to",
      join(folder, "state"),
      "--now",
      "2026-01-01T00:00:00Z",
      "--full",
      "--dry-run",
      "--json",
    ];
    const runs = Array.from({ length: ROUNDS }, () => {
      const run = runOnce([process.execPath, BAKE, ...flags], folder);
      if (run === null) throw new Error("the bake failed");
      return (JSON.parse(run.stdout) as { timingsMs: Record<string, number> }).timingsMs;
    });
    const stages = Object.keys(runs[0] ?? {}).filter((stage) => stage !== "total" && stage !== "publish");
    const spent = stages.map((stage) => median(runs.map((timings) => timings[stage] ?? 0)));
    const total = spent.reduce((sum, milliseconds) => sum + milliseconds, 0);
    const rows = stages.map((stage, at) => {
      const milliseconds = spent[at] ?? 0;
      return {
        what: stage,
        figure: `${((milliseconds * 1000) / size).toFixed(0)} µs an article`,
        ratio: `${((100 * milliseconds) / total).toFixed(0)} %`,
        met: null,
      };
    });
    printTable(`stages of a full bake of ${size.toLocaleString("en")} articles`, rows);
  }, IN_MEMORY);
}
