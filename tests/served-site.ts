import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { chooseListening } from "../src/command/serve/ports.ts";
import { startRuntime } from "../src/command/serve/runtime.ts";

const SCRIPTS = fileURLToPath(new URL("../scripts/", import.meta.url));

/** What a command printed, and how it ended. */
export interface Finished {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command as `npm run {name} -- {args}` does. */
export async function runScript(name: string, ...args: readonly string[]): Promise<Finished> {
  return runScriptIn({}, name, ...args);
}

/** The same with environment variables of its own; killed when `killAfter` comes true. */
export async function runScriptIn(
  {
    env = {},
    killAfter,
  }: { readonly env?: Readonly<Record<string, string>>; readonly killAfter?: Promise<unknown> },
  name: string,
  ...args: readonly string[]
): Promise<Finished> {
  const child = spawn(process.execPath, [`${SCRIPTS}${name}.ts`, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  killAfter?.then(() => child.kill("SIGKILL"));
  const output = { stdout: "", stderr: "" };
  child.stdout.on("data", (data: Buffer) => {
    output.stdout += data;
  });
  child.stderr.on("data", (data: Buffer) => {
    output.stderr += data;
  });
  const exitCode = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { exitCode, ...output };
}

/** A site that is served, on a port of its own. */
export interface ServedSite {
  readonly origin: string;
  stop(): Promise<void>;
}

/**
 * Serves what was baked into a folder as `npm run serve` does, by the runtime that it starts, until it is
 * stopped; on a free port where none is named.
 */
export async function serveSite(persistTo: string, ownPort?: number): Promise<ServedSite> {
  const listening = await chooseListening({ port: ownPort ?? (await freePort()) });
  const runtime = await startRuntime(persistTo, listening);
  return { origin: listening.origins[0], stop: () => runtime.stop() };
}

/** Below those that a system hands out by itself: nothing else takes one before it is used. */
const [FIRST_PORT, PORTS] = [10_240, 22_000];

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + Math.floor(Math.random() * PORTS);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
