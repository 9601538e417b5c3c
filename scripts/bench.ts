import { benchBake } from "./bench/bake.ts";
import { benchGrowth } from "./bench/growth.ts";
import { benchHub } from "./bench/hub.ts";
import { benchIncremental } from "./bench/incremental.ts";
import { benchInstructions } from "./bench/instructions.ts";
import { benchMarks } from "./bench/marks.ts";
import { benchPictures } from "./bench/pictures.ts";
import { benchPolling } from "./bench/polling.ts";
import { benchLocalStore } from "./bench/publish-local.ts";
import { benchPublish } from "./bench/publish-remote.ts";
import { benchReleases } from "./bench/releases.ts";
import { benchServing } from "./bench/serving.ts";
import { benchStages } from "./bench/stages.ts";
import { benchStart } from "./bench/start.ts";
import { printBudgets } from "./bench/table.ts";
import { benchWrites } from "./bench/writes.ts";

/** Every benchmark by the name that `npm run bench -- name` takes. */
const BENCHMARKS: Readonly<Record<string, () => void | Promise<void>>> = {
  start: benchStart,
  writes: benchWrites,
  releases: benchReleases,
  "bake-1000": () => benchBake(1000),
  bake: () => benchBake(10_000),
  "bake-100000": () => benchBake(100_000),
  growth: () => benchGrowth([1000, 10_000, 100_000]),
  "bake-1000000": () => benchGrowth([1000, 10_000, 100_000, 1_000_000]),
  incremental: () => benchIncremental([1000, 10_000, 20_000]),
  "incremental-100000": () => benchIncremental([10_000, 100_000]),
  marks: () => benchMarks(5000),
  stages: () => benchStages(10_000),
  pictures: () => benchPictures(1000),
  serving: benchServing,
  instructions: benchInstructions,
  polling: benchPolling,
  hub: benchHub,
  publish: async () => {
    await benchPublish(20_000);
    await benchLocalStore(20_000);
  },
  "publish-100000": () => benchPublish(100_000),
};

/** It takes an hour and a quarter, and forty gigabytes of disk. */
const ONLY_WHERE_ASKED = "bake-1000000";

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(BENCHMARKS, name));
if (unknown.length > 0 || asked.includes("--help")) {
  process.stderr.write(
    `Usage: npm run bench -- [name ...]\n\nNames: ${Object.keys(BENCHMARKS).join(", ")}\n`,
  );
  process.exitCode = unknown.length > 0 && !asked.includes("--help") ? 2 : 0;
} else {
  for (const name of asked.length > 0
    ? asked
    : Object.keys(BENCHMARKS).filter((one) => one !== ONLY_WHERE_ASKED)) {
    try {
      await BENCHMARKS[name]?.();
    } catch (fault) {
      process.stderr.write(`\n${name}: ${fault instanceof Error ? fault.stack : fault}\n`);
      process.exitCode = 1;
    }
  }
  printBudgets();
}
