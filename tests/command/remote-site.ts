import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import type { Setting } from "../../src/command/flags/setting.ts";
import { contentFolder, newswireText, SITE_TOML, temporaryFolder } from "../content-folder.ts";
import { runScriptIn } from "../served-site.ts";
import type { CloudflareStandIn, Seen } from "../stand-in/cloudflare-stand-in.ts";
import { startStandIn } from "../store/start-stand-in.ts";
import type { CommandHere } from "./run-here.ts";
import { runHere } from "./run-here.ts";
import { REPOSITORY } from "./settings.ts";
import { addWorkersRoutes } from "./workers-routes.ts";

const NOW = "2025-07-01T18:00:00Z";
const WORKER = fileURLToPath(new URL("../../src/worker/app.ts", import.meta.url));

/** What one run has otherwise. */
interface Changes {
  readonly flags?: readonly string[];
  readonly changed?: Readonly<Record<string, string>>;
  readonly killAfter?: Promise<unknown>;
}

/** An account, a folder of articles, and commands that know both. */
export async function remoteSite(files: Readonly<Record<string, string>> = {}) {
  const cloudflare = await startStandIn();
  const workers = addWorkersRoutes(cloudflare);
  const content = contentFolder({ "site.toml": SITE_TOML, "a.txt": newswireText(), ...files });
  const folder = temporaryFolder();
  const config = join(folder, "wrangler.toml");
  const workerFile = join(folder, "worker.ts");
  writeFileSync(workerFile, `export { default } from ${JSON.stringify(WORKER)};\n`);
  const binding = (env: string) =>
    `[env.${env}]\nname = "quay-${env}"\n[[env.${env}.kv_namespaces]]\nbinding = "DOCUMENTS"\n`;
  writeFileSync(
    config,
    `name = "quay"\nmain = "worker.ts"\ncompatibility_date = "2026-10-01"\nsend_metrics = false\n${binding("production")}${binding("preview")}`,
  );
  const environment = {
    CLOUDFLARE_API_BASE_URL: cloudflare.account.apiUrl,
    CLOUDFLARE_API_TOKEN: cloudflare.account.token,
    CLOUDFLARE_ACCOUNT_ID: cloudflare.account.id,
    XDG_CONFIG_HOME: folder,
    CI: "true",
    // What wrangler has to say of a deployment would go to the terminal of the tests.
    WRANGLER_LOG: "error",
  };
  const run = async (name: CommandHere, { flags = [], changed = {}, killAfter }: Changes = {}) => {
    const shared = ["--content", content, "--config", config, "--persist-to", folder, "--now", NOW, "--json"];
    const env = { ...environment, ...changed };
    const args = [...shared, ...flags];
    const finished = killAfter
      ? await runScriptIn({ env, killAfter }, name, ...args)
      : await inEnvironment(env, () => runHere(name, args));
    return { ...finished, report: finished.stdout === "" ? null : JSON.parse(finished.stdout) };
  };
  /** Runs a command with flags of its own; gives its exit code, and all that it told. */
  const here = async (name: CommandHere, args: readonly string[], setting: Setting = REPOSITORY) => {
    const { exitCode, stdout, stderr } = await inEnvironment(environment, () =>
      runHere(name, [...args, "--config", config, "--persist-to", folder], setting),
    );
    return { exitCode, says: stdout + stderr };
  };
  /** As if it had been deployed before. */
  const deployed = () => {
    const namespace = cloudflare.addNamespace("quay-production-documents");
    const binding = { name: "DOCUMENTS", type: "kv_namespace", namespace_id: namespace.id };
    workers.set("quay-production", { bindings: [binding], uploads: 1 });
    return namespace;
  };
  return { cloudflare, workers, folder, config, workerFile, run, here, deployed };
}

async function inEnvironment<T>(env: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  try {
    return await work();
  } finally {
    vi.unstubAllEnvs();
  }
}

export type RemoteSite = Awaited<ReturnType<typeof remoteSite>>;

/** Whether a request writes or deletes many pairs. */
export function isBulk({ path }: Seen): boolean {
  return path.includes("/bulk") && !path.endsWith("/bulk/get");
}

/** Whether a request changes nothing. */
export function isRead({ method, path }: Seen): boolean {
  return method === "GET" || path.endsWith("/bulk/get");
}

/** Pages in the only namespace with their bytes; feeds also say when they were published. */
export function pagesOf({ namespaces }: CloudflareStandIn): ReadonlyMap<string, Buffer> {
  const [namespace] = [...namespaces.values()];
  const pairs = [...(namespace?.pairs ?? [])].filter(([key]) => /^\/$|^\/articles\//.test(key));
  return new Map(pairs.map(([key, { value }]) => [key, value] as const).sort());
}
