import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { dirname } from "node:path";
import type { Finished } from "../served-site.ts";

/** Where to run something, and with which variables more. */
interface Place {
  readonly folder: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts commands of a shell as a person types them, with nothing of the npm that runs the tests. */
export function startShell({ folder, env = {} }: Place, script: string): ChildProcess {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(?:npm_|INIT_CWD$|NODE_OPTIONS$)/i.test(name),
  );
  const path = `${dirname(process.execPath)}:${process.env.PATH}`;
  return spawn("bash", ["-e", "-o", "pipefail", "-c", script], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...Object.fromEntries(own), PATH: path, ...env },
  });
}

/** Runs them to their end. */
export async function runShell(place: Place, script: string): Promise<Finished> {
  const child = startShell(place, script);
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
    });
  }
  const exitCode = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { exitCode, ...output };
}
