import { argv } from "node:process";
import { SAMPLE } from "../src/command/setting.ts";
import type { CommandName } from "../src/feedwright.ts";
import { runCommand } from "../src/feedwright.ts";

/** Runs a command of this repository, where some fall back to the sample site. */
export async function startCommand(name: CommandName): Promise<void> {
  await runCommand(name, argv.slice(2), SAMPLE);
}
