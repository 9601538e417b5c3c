import { enableCompileCache } from "node:module";
import { cwd, env } from "node:process";
import type { RunCommand } from "./command/flags/run.ts";
import type { Sample } from "./command/flags/setting.ts";

interface Command {
  /** What it does, in one line of the program's help. */
  readonly summary: string;
  readonly load: () => Promise<RunCommand>;
}

/** The commands, in the order in which a publisher meets them. */
const COMMANDS: Readonly<Record<string, Command>> = {
  init: {
    summary: "make a site of your own",
    load: async () => (await import("./command/init/run-init.ts")).runInit,
  },
  import: {
    summary: "bring articles along from WordPress, Ghost, Blogger or any feed",
    load: async () => (await import("./command/import/run-import.ts")).runImport,
  },
  adopt: {
    summary: "take over the ids and addresses that readers of an old site know",
    load: async () => (await import("./command/adopt/run-adopt.ts")).runAdopt,
  },
  start: {
    summary: "bake a folder of articles and serve it",
    load: async () => (await import("./command/serve/start.ts")).runStart,
  },
  bake: {
    summary: "bake a folder of articles and publish what changed",
    load: async () => (await import("./command/bake/run-bake.ts")).runBake,
  },
  serve: {
    summary: "serve what was baked on this machine",
    load: async () => (await import("./command/serve/serve.ts")).runServe,
  },
  dev: {
    summary: "bake and serve, and follow every change",
    load: async () => (await import("./dev/run-dev.ts")).runDev,
  },
  deploy: {
    summary: "deploy the worker to Cloudflare and publish there",
    load: async () => (await import("./command/deploy/deploy.ts")).runDeploy,
  },
  doctor: {
    summary: "check any live site as feed readers see it",
    load: async () => (await import("./command/doctor.ts")).runDoctor,
  },
  ledger: {
    summary: "show, copy or restore what is remembered of a site",
    load: async () => (await import("./command/ledger/ledger.ts")).runLedger,
  },
  verify: {
    summary: "compare the store with what is remembered of it",
    load: async () => (await import("./command/ledger/verify.ts")).runVerify,
  },
  hub: {
    summary: "show who subscribes at the site's own hub, pause it, drop a host",
    load: async () => (await import("./command/hub/run-hub.ts")).runHub,
  },
};

/**
 * Runs the program as a process: the first argument names a command, the others are its own. What Node
 * makes of its modules is kept from one run to the next, which halves the time until they are loaded, so
 * none is loaded before that. `sample` is what a command may fall back to.
 */
export async function runProgram(
  [name = "--help", ...args]: readonly string[],
  sample: Sample | null,
): Promise<void> {
  enableCompileCache();
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) {
    const { answerWithoutCommand } = await import("./command/flags/without-command.ts");
    process.exitCode = answerWithoutCommand(name, COMMANDS);
    return;
  }
  const [runCommand, { run }] = await Promise.all([command.load(), import("./command/flags/run.ts")]);
  await run(runCommand, args, { sample, folder: cwd(), environment: env });
}
