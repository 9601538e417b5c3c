import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { EXIT } from "./flags.ts";
import { HOST, isFree, localOrigin, portTaken } from "./ports.ts";
import { wranglerProgram } from "./wrangler.ts";

/** What a runtime must be told. */
export interface RuntimeFlags {
  readonly port: number;
  readonly persistTo: string;
}

/** A runtime of Cloudflare Workers in a process of its own, which is starting or serving. */
export interface Runtime {
  /** True with its first answer, false where it ends before. */
  answers(): Promise<boolean>;
  /** Its exit code, once it ends. */
  readonly ended: Promise<number>;
  stop(): Promise<void>;
}

/**
 * Starts the runtime, which ends when this process is told to; null, once the user is told, where
 * the port is taken.
 */
export async function startRuntime({ port, persistTo }: RuntimeFlags): Promise<Runtime | null> {
  if (!(await isFree(port))) {
    process.stderr.write(portTaken(port));
    return null;
  }
  const child = spawnWrangler(port, persistTo);
  const ended = new Promise<number>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ? EXIT.done : (code ?? EXIT.refused)));
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => child.kill("SIGTERM"));
  }
  return {
    answers: () => answers(port, ended),
    ended,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function spawnWrangler(port: number, persistTo: string): ChildProcess {
  const flags = ["--ip", HOST, "--port", String(port), "--inspector-port", "0", "--persist-to", persistTo];
  const settings = ["--var", "SERVER_TIMING:on"];
  return spawn(
    process.execPath,
    [
      wranglerProgram(),
      "dev",
      ...flags,
      ...settings,
      "--log-level",
      "error",
      "--show-interactive-dev-session=false",
    ],
    { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, WRANGLER_HIDE_BANNER: "true" } },
  );
}

/** Waits for the first answer; false where the runtime ends before. */
async function answers(port: number, ended: Promise<number>): Promise<boolean> {
  let stopped = false;
  ended.then(() => {
    stopped = true;
  });
  while (!stopped) {
    const response = await fetch(localOrigin(port), { method: "HEAD" }).catch(() => null);
    if (response) return true;
    await new Promise((done) => setTimeout(done, 50));
  }
  return false;
}
