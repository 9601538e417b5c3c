import { visible } from "../article/plain-text.ts";
import { EXIT, UsageError } from "./flags.ts";

/** Runs a command as a process: its exit code becomes the process's, a fault one line on standard error. */
export async function run(command: (args: readonly string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command(process.argv.slice(2));
  } catch (cause) {
    if (cause instanceof UsageError) process.exitCode = cause.exitCode;
    else {
      process.exitCode = EXIT.refused;
      const told = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      process.stderr.write(`${told.split("\n").map(visible).join("\n")}\n`);
    }
  }
}
