import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished } from "vitest";
import { commandOf, descendants, isAlive } from "../dev/dev-site.ts";
import { freePort } from "../served-site.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A command that serves, as a person starts it. */
export interface ServingProcess {
  readonly port: number;
  /** The process that was started: npm, or the command itself. */
  readonly first: number;
  /** The command, whoever started it. */
  readonly command: number;
  /** The runtime. */
  readonly workerd: number;
  /** The exit code of the first process; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Waits until none of its processes is left and its port is free. */
  leavesNothing(): Promise<void>;
}

/** Starts a command with npm or without; kept once it serves. What is left of it goes with the test. */
export async function startServing(
  name: "serve" | "start" | "dev",
  by: "npm" | "node",
  ...flags: readonly string[]
): Promise<ServingProcess> {
  const port = await freePort();
  const args = [...flags, "--port", String(port)];
  const child =
    by === "npm"
      ? spawn("npm", ["run", "--silent", name, "--", ...args], {
          cwd: ROOT,
          stdio: ["ignore", "pipe", "pipe"],
        })
      : spawn(process.execPath, [`${ROOT}scripts/${name}.ts`, ...args], {
          stdio: ["ignore", "pipe", "pipe"],
        });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  onTestFinished(() => void child.kill("SIGKILL"));
  await hear(child, /Serving at /);
  const first = child.pid ?? 0;
  const all = [first, ...descendants(first)];
  onTestFinished(() => {
    for (const pid of all.filter(isAlive)) process.kill(pid, "SIGKILL");
  });
  const found = (pattern: RegExp) => all.filter((pid) => pattern.test(commandOf(pid))).at(-1) ?? 0;
  return {
    port,
    first,
    command: found(new RegExp(`^\\S*node scripts/${name}\\.ts|^\\S*node \\S*/scripts/${name}\\.ts`)),
    workerd: found(/workerd serve/),
    ended,
    async leavesNothing() {
      const left = () => all.filter(isAlive).map(commandOf);
      await expect.poll(left, { timeout: 30_000 }).toEqual([]);
      await expect.poll(() => isListening(port), { timeout: 30_000 }).toBe(false);
    },
  };
}

async function hear(child: ChildProcess, pattern: RegExp): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (data: Buffer) => {
        said += data;
        if (pattern.test(said)) resolve();
      });
    }
    child.once("exit", () => reject(new Error(`it ended and had said: ${said}`)));
  });
}

/** Whether somebody takes connections. */
function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
