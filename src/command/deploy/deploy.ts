import { spawn } from "node:child_process";
import { existingSite } from "../../migrate/existing-site.ts";
import type { CloudflareAccount } from "../../store/cloudflare-account.ts";
import { annotateDeployment, latestDeployment, workersDevOrigin } from "../../store/deployed-worker.ts";
import { StoreError } from "../../store/store.ts";
import { bakeAndTell } from "../bake/bake-and-tell.ts";
import type { BakeFlags, GivenFlags, RemoteFlags } from "../flags/bake-flags.ts";
import { bakeCommandLine, withRemote } from "../flags/bake-flags.ts";
import { EXIT, FLAG, parseFlags } from "../flags/flags.ts";
import type { Setting } from "../flags/setting.ts";
import { typedCommand } from "../flags/setting.ts";
import { namedPlace } from "../flags/site-place.ts";
import { bindHub } from "../stores/bind-hub.ts";
import { findWorker, readWorker } from "../stores/remote-site.ts";
import { buildName, bundleWorker } from "../stores/worker-build.ts";
import type { WorkerConfig } from "../stores/worker-config.ts";
import { wranglerProgram } from "../stores/wrangler.ts";

/**
 * `deploy [flags]`: deploys the worker, whose first deployment makes its KV namespace, then
 * publishes there. Run again it uploads and publishes what changed. Gives the exit code.
 */
export async function runDeploy(args: readonly string[], setting: Setting): Promise<number> {
  const line = withRemote(
    bakeCommandLine(
      "deploy",
      "Deploys the worker to Cloudflare and publishes a folder of articles there.",
      setting,
    ),
  );
  line.command.addOption(FLAG.renewFeeds());
  const given = parseFlags<GivenFlags & RemoteFlags>(line, args);
  const flags = { ...given, ...namedPlace(given, line) };
  let origin: string | null = null;
  try {
    const { account, worker } = await findWorker(flags);
    // Asked for what Cloudflare refuses: its reasons come out clearer here than through wrangler.
    origin = await workersDevOrigin(account, worker.name);
    await deployIfOther(flags, account, withItsHub(flags, worker));
  } catch (cause) {
    if (!(cause instanceof StoreError)) throw cause;
    process.stderr.write(`Nothing was published: ${cause.message}.\n`);
    return EXIT.refused;
  }
  const exitCode = await bakeAndTell({ ...flags, remote: true });
  if (exitCode === EXIT.done && origin !== null && !flags.json && !flags.dryRun) {
    process.stdout.write(`To check it as feed readers do: ${typedCommand("doctor", setting)} ${origin}/\n`);
  }
  return exitCode;
}

/** The worker with what its site's hub needs, which is added to wrangler.toml and told. */
function withItsHub(flags: BakeFlags & RemoteFlags, worker: WorkerConfig): WorkerConfig {
  const { content, config, json, dryRun = false } = flags;
  if (!existingSite(content)?.hub || !bindHub(flags, worker, dryRun)) return worker;
  const people = json ? process.stderr : process.stdout;
  people.write(
    dryRun
      ? `Would add the hub's Durable Objects to ${config}.\n`
      : `Added the hub's Durable Objects to ${config}; keep it with your files (docs/hub.md).\n`,
  );
  return dryRun ? worker : readWorker(flags);
}

/**
 * Deploys the worker where another one is deployed. The name of a build is written beside it last, so a
 * deployment that failed on its way, at a route for example, is not taken for a whole one.
 */
async function deployIfOther(
  flags: BakeFlags & RemoteFlags,
  account: CloudflareAccount,
  worker: WorkerConfig,
): Promise<void> {
  const people = flags.json ? process.stderr : process.stdout;
  const modules = await bundleWorker(flags);
  const latest = await latestDeployment(account, worker.name);
  if (latest?.message === buildName(modules, worker)) {
    people.write(`The worker ${worker.name} is up to date on Cloudflare: nothing to upload.\n`);
    return;
  }
  if (flags.dryRun) {
    people.write(`Would deploy the worker ${worker.name}.\n`);
    return;
  }
  if (!(await deployWorker(flags, account.id))) {
    throw new StoreError("the worker was not deployed; wrangler says why above");
  }
  // Wrangler may have written the id of the namespace that it made into its file.
  await annotateDeployment(account, worker.name, buildName(modules, readWorker(flags)));
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Whether wrangler could do it. What it says goes to people only. */
async function deployWorker(
  { config, env, json }: BakeFlags & RemoteFlags,
  account: string,
): Promise<boolean> {
  const flags = ["--config", config, "--env", env];
  const child = spawn(process.execPath, [wranglerProgram(), "deploy", ...flags], {
    stdio: ["inherit", json ? process.stderr : "inherit", "inherit"],
    env: { ...process.env, CLOUDFLARE_ACCOUNT_ID: account, WRANGLER_HIDE_BANNER: "true" },
  });
  const passOn = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, passOn);
  const exitCode = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  for (const signal of SIGNALS) process.off(signal, passOn);
  return exitCode === 0;
}
