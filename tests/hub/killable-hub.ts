import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";
import { temporaryFolder } from "../content-folder.ts";

const MEMORY = "/dev/shm";

const SCRIPT = fileURLToPath(new URL("hub-process.ts", import.meta.url));

/** A hub whose workerd is killed at will, and starts again on what it kept. */
export class KillableHub {
  readonly #folder = folderInMemory();
  #child: ChildProcess | null = null;

  static async start(): Promise<KillableHub> {
    const hub = new KillableHub();
    onTestFinished(() => hub.kill());
    return hub;
  }

  /** Starts it; gives where it is this time. */
  async open(): Promise<string> {
    // A group of its own: workerd is killed with it, in the same moment.
    const child = spawn(process.execPath, [SCRIPT, this.#folder], {
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
    this.#child = child;
    return new Promise((resolve, reject) => {
      child.stdout?.once("data", (data: Buffer) => resolve(data.toString().trim()));
      child.once("exit", (code) => reject(new Error(`the hub ended with ${code}`)));
    });
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    process.kill(-child.pid, "SIGKILL");
    await ended;
  }
}

/** Thousands of subscriptions are thousands of writes, each of which a disk would be waited for. */
function folderInMemory(): string {
  if (!existsSync(MEMORY)) return temporaryFolder();
  const folder = mkdtempSync(join(MEMORY, "feedwright-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
