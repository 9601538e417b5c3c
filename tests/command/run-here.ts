import { runAdopt } from "../../src/command/adopt/run-adopt.ts";
import { runBake } from "../../src/command/bake/run-bake.ts";
import { runCheck } from "../../src/command/check.ts";
import { runDeploy } from "../../src/command/deploy/deploy.ts";
import { runDoctor } from "../../src/command/doctor.ts";
import { UsageError } from "../../src/command/flags/flags.ts";
import type { RunCommand } from "../../src/command/flags/run.ts";
import type { Setting } from "../../src/command/flags/setting.ts";
import { runLedger } from "../../src/command/ledger/ledger.ts";
import { runVerify } from "../../src/command/ledger/verify.ts";
import { runServe } from "../../src/command/serve/serve.ts";
import { runStart } from "../../src/command/serve/start.ts";
import { runDev } from "../../src/dev/run-dev.ts";
import type { Finished } from "../served-site.ts";
import { captured } from "./captured.ts";
import { REPOSITORY } from "./settings.ts";

const COMMANDS = {
  adopt: runAdopt,
  bake: runBake,
  deploy: runDeploy,
  doctor: runDoctor,
  ledger: runLedger,
  verify: runVerify,
} as const satisfies Record<string, RunCommand>;

/** Commands that tell their help here, and what they refuse of a command line; what they do needs a process. */
const OTHERS = {
  check: runCheck,
  dev: runDev,
  serve: runServe,
  start: runStart,
} as const satisfies Record<string, RunCommand>;

/** A command that needs no process of its own. */
export type CommandHere = keyof typeof COMMANDS;

/** Runs a command in this process, which spares the start of another. Faults are thrown. */
export async function runHere(
  name: CommandHere,
  args: readonly string[],
  setting: Setting = REPOSITORY,
): Promise<Finished> {
  return finished(COMMANDS[name], args, setting);
}

/** Runs a command that goes no further than its command line. */
export function readsOnly(
  name: keyof typeof OTHERS | CommandHere,
  ...args: readonly string[]
): Promise<Finished> {
  return finished({ ...COMMANDS, ...OTHERS }[name], args, REPOSITORY);
}

async function finished(command: RunCommand, args: readonly string[], setting: Setting): Promise<Finished> {
  const { result, ...said } = await captured(() =>
    command(args, setting).catch((cause: unknown) => {
      if (cause instanceof UsageError) return cause.exitCode;
      throw cause;
    }),
  );
  return { exitCode: result, ...said };
}
