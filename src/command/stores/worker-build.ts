import { hash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { CONTRACT_VERSION, LOWEST_WRITTEN } from "../../representation/contract.ts";
import { StoreError } from "../../store/store.ts";
import type { RemoteFlags } from "../flags/bake-flags.ts";
import type { WorkerConfig } from "./worker-config.ts";
import { runWrangler } from "./wrangler.ts";

/** A file of the bundle: its name, and its bytes in base64. */
export type WorkerModule = readonly [name: string, base64: string];

/** Bundles the worker as a deployment does, without deploying. Throws `StoreError`. */
export async function bundleWorker({ config, env }: RemoteFlags): Promise<WorkerModule[]> {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-worker-"));
  try {
    const args = ["deploy", "--dry-run", "--config", config, "--env", env, "--outdir", folder];
    const { exitCode, stderr } = await runWrangler(args);
    if (exitCode === 0) return modulesIn(folder);
    process.stderr.write(stderr);
    throw new StoreError("the worker cannot be bundled; wrangler says why above");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The name of a build: the same modules under the same settings have the same one, on every machine. It
 * ends with the newest contract that the worker reads.
 */
export function buildName(
  modules: readonly WorkerModule[],
  { settings }: Pick<WorkerConfig, "settings">,
): string {
  return `Feedwright ${hash("sha256", JSON.stringify([modules, settings])).slice(0, 32)}, contract ${CONTRACT_VERSION}`;
}

/** The newest contract that the worker of a build reads, by the build's name; null where it is no name of ours. */
export function contractOfBuild(name: string | null): number | null {
  if (name === null || !/^Feedwright [\da-f]{32}\b/.test(name)) return null;
  // Names had no word of it while there was none to tell apart.
  return Number(/, contract (\d+)$/.exec(name)?.[1] ?? LOWEST_WRITTEN);
}

/** What is uploaded. A source map names folders of this machine, and wrangler's note the time. */
function modulesIn(folder: string): WorkerModule[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name !== "README.md" && !name.endsWith(".map"))
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()
    .map((name) => [name.split(sep).join("/"), readFileSync(join(folder, name), "base64")] as const);
}
