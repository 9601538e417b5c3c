import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleBytes, MAX_BUNDLE_BYTES } from "../../src/command/check.ts";
import { localOrigin } from "../../src/command/serve/ports.ts";
import { freePort } from "../../tests/served-site.ts";
import { inFolder } from "./in-folder.ts";
import { median } from "./measure.ts";
import { whole } from "./spread.ts";
import { durations, printTable } from "./table.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const ROUNDS = 5;
const MOST_MS = 3000;
/** Between two looks, and until a start counts as failed. */
const LOOK_MS = 10;
const PATIENCE_MS = 60_000;

/** `npm start` on the sample site, with a state folder that is new, until its front page is there; and the worker's size. */
export async function benchStart(): Promise<void> {
  const timesMs: number[] = [];
  // The first one warms up: what Node and the runtime keep of a program is kept from then on.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const timeMs = await inFolder(startOnce);
    if (round > 0) timesMs.push(timeMs);
  }
  const bytes = bundleBytes();
  printTable("npm start on the sample site, and the worker", [
    {
      what: "start to the first answer",
      figure: durations(timesMs),
      ratio: null,
      met: median(timesMs) <= MOST_MS,
      budget: `within ${whole(MOST_MS)} ms`,
    },
    {
      what: "worker, minified and gzipped",
      figure: bytes === null ? "failed" : `${whole(bytes)} bytes`,
      ratio: null,
      met: bytes === null ? null : bytes <= MAX_BUNDLE_BYTES,
      budget: `at most ${whole(MAX_BUNDLE_BYTES)} bytes`,
    },
  ]);
}

/** From the start of the process to the first 200 of the front page, in milliseconds. */
async function startOnce(folder: string): Promise<number> {
  const port = await freePort();
  const flags = ["--port", String(port), "--persist-to", join(folder, "state")];
  const started = performance.now();
  const child = spawn(process.execPath, [join(ROOT, "scripts/start.ts"), ...flags], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
  });
  let said = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  try {
    while (child.exitCode === null && performance.now() - started < PATIENCE_MS) {
      if (await answers(localOrigin(port))) return performance.now() - started;
      await new Promise((done) => setTimeout(done, LOOK_MS));
    }
    throw new Error(`npm start does not serve: ${said.slice(-2000)}`);
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}

async function answers(origin: string): Promise<boolean> {
  const response = await fetch(`${origin}/`, { headers: { Connection: "close" } }).catch(() => null);
  await response?.body?.cancel();
  return response?.status === 200;
}
