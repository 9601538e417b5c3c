import { argv } from "node:process";
import { SAMPLE } from "../src/command/flags/setting.ts";
import { runProgram } from "../src/feedwright.ts";

/** Runs a command of this repository, where some fall back to the sample site. */
export async function startCommand(name: string): Promise<void> {
  await runProgram([name, ...argv.slice(2)], SAMPLE);
}
