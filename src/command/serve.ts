import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { ADDRESS } from "../representation/addresses.ts";
import { commandLine, EXIT, FLAG, parseFlags } from "./flags.ts";
import { wranglerProgram } from "./wrangler.ts";

/** What `npm run serve` can be told. */
export interface ServeFlags {
  readonly port: number;
  readonly persistTo: string;
}

const HOST = "127.0.0.1";

/** Where a port of this machine is served. */
export function localOrigin(port: number): string {
  return `http://${HOST}:${port}`;
}

/** `npm run serve -- [flags]`: serves what was baked, until it is stopped. Gives the exit code. */
export async function runServe(args: readonly string[]): Promise<number> {
  const command = commandLine("serve", "Serves what was baked, under the runtime of Cloudflare Workers.")
    .addOption(FLAG.port())
    .addOption(FLAG.persistTo());
  const runtime = await startRuntime(parseFlags<ServeFlags>(command, args));
  return runtime ? runtime.serve() : EXIT.refused;
}

/** A runtime that is starting or serving. */
export interface Runtime {
  /** Tells where to look once it answers, and waits until the process is told to stop. Gives the exit code. */
  serve(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts the runtime in a process of its own; null, once the user is told, where the port is taken. */
export async function startRuntime({ port, persistTo }: ServeFlags): Promise<Runtime | null> {
  if (!(await isFree(port))) {
    process.stderr.write(`Port ${port} is in use; name another with --port N.\n`);
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
    async serve() {
      if (await answers(port, ended)) announce(port);
      return ended;
    },
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

function announce(port: number): void {
  const origin = localOrigin(port);
  process.stdout.write(
    [
      `Serving at ${origin} (Ctrl+C stops it). Try:`,
      `  ${origin}${ADDRESS.index}  in a browser`,
      `  ${origin}${ADDRESS.rss}  RSS 2.0`,
      `  ${origin}${ADDRESS.atom}  Atom 1.0`,
      `  ${origin}${ADDRESS.json}  JSON Feed 1.1`,
      "",
    ].join("\n"),
  );
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, HOST, () => server.close(() => resolve(true)));
  });
}
