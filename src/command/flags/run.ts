import { visible } from "../../article/plain-text.ts";
import { EXIT, UsageError } from "./flags.ts";
import type { Setting } from "./setting.ts";

/** What a command of this program is. Gives the exit code. */
export type RunCommand = (args: readonly string[], setting: Setting) => Promise<number>;

/** Runs a command as a process: its exit code becomes the process's, a fault goes to standard error. */
export async function run(command: RunCommand, args: readonly string[], setting: Setting): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", passOverClosed);
  try {
    process.exitCode = await command(args, setting);
  } catch (cause) {
    if (cause instanceof UsageError) process.exitCode = cause.exitCode;
    else {
      process.exitCode = EXIT.refused;
      const { isRefusal } = await import("../reports/refusal.ts");
      const told = isRefusal(cause) ? `${cause.message}.` : undefined;
      const fault = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      process.stderr.write(`${(told ?? fault).split("\n").map(visible).join("\n")}\n`);
    }
  }
}

/** Nobody reads on, as behind `bake | head`: the command does its work all the same. */
function passOverClosed(cause: NodeJS.ErrnoException): void {
  if (cause.code !== "EPIPE") throw cause;
}
