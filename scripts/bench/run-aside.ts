import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";

/** How a Node program ended that ran while this process went on. */
export interface RunAside {
  readonly stdout: string;
  /** From the start of the process to its end. */
  readonly timeMs: number;
}

/** Runs a Node program to its end. Throws with what it said where it fails. */
export async function runAside(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<RunAside> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, CI: "true", WRANGLER_SEND_METRICS: "false", ...env },
  });
  const said = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      said[stream] += text;
    });
  }
  const exitCode = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (exitCode !== 0)
    throw new Error(`${args.join(" ")} ended with ${exitCode}: ${said.stderr.slice(-2000)}`);
  return { stdout: said.stdout, timeMs: performance.now() - started };
}
