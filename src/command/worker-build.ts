import { hash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DeployedVersion } from "../store/deployed-worker.ts";
import { StoreError } from "../store/store.ts";
import type { RemoteFlags } from "./bake-flags.ts";
import type { WorkerConfig } from "./worker-config.ts";
import { DOCUMENTS_BINDING } from "./worker-config.ts";
import { runWrangler } from "./wrangler.ts";

/** Digits of a build's name: Cloudflare keeps short tags only. */
const BUILD_LENGTH = 24;

/** Bundles the worker as a deployment does, and names what would be deployed. Throws `StoreError`. */
export async function workerBuild({ config, env }: RemoteFlags, worker: WorkerConfig): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "feedwright-worker-"));
  try {
    const args = ["deploy", "--dry-run", "--config", config, "--env", env, "--outdir", folder];
    const { exitCode, stderr } = await runWrangler(args);
    if (exitCode === 0) return buildOf(modulesIn(folder), worker);
    process.stderr.write(stderr);
    throw new StoreError("the worker cannot be bundled; wrangler says why above");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The name of a build: the same modules under the same settings have the same one, on every machine. */
export function buildOf(
  modules: readonly (readonly [name: string, base64: string])[],
  { settings }: Pick<WorkerConfig, "settings">,
): string {
  return hash("sha256", JSON.stringify([modules, settings])).slice(0, BUILD_LENGTH);
}

/** Whether all requests meet this build already, with the namespace that wrangler.toml may name. */
export function isDeployed(
  build: string,
  deployed: DeployedVersion | null,
  { namespaceId }: Pick<WorkerConfig, "namespaceId">,
): boolean {
  if (deployed?.tag !== build) return false;
  return namespaceId === null || deployed.namespaces.get(DOCUMENTS_BINDING) === namespaceId;
}

/** What is uploaded. A source map names folders of this machine, and wrangler's note the time. */
function modulesIn(folder: string): [name: string, base64: string][] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name !== "README.md" && !name.endsWith(".map"))
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort()
    .map((name) => [name, readFileSync(join(folder, name), "base64")]);
}
