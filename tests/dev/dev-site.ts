import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { freePort } from "../served-site.ts";

const SCRIPT = fileURLToPath(new URL("../../scripts/dev.ts", import.meta.url));

/** A folder under `npm run dev`. */
export interface DevSite {
  readonly origin: string;
  readonly pid: number;
  /** Waits until the terminal says it, in what came after the last thing that was waited for. Gives what was said. */
  hear(pattern: RegExp): Promise<string>;
  /** All that the terminal has said. */
  said(): string;
  /** Its exit code, once it ends; null where a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Sends a signal; gives the exit code once it has ended. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts `npm run dev`; kept once it says where it serves. */
export async function startDev(content: string, persistTo: string, ...flags: string[]): Promise<DevSite> {
  const port = await freePort();
  const args = ["--content", content, "--persist-to", persistTo, "--port", String(port), ...flags];
  const child = spawn(process.execPath, [SCRIPT, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const terminal = new Terminal(child);
  await terminal.hear(/Serving at /);
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    hear: (pattern) => terminal.hear(pattern),
    said: () => terminal.text,
    ended: terminal.ended,
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      return terminal.ended;
    },
  };
}

/** What a process says, from both its streams. */
class Terminal {
  text = "";
  readonly ended: Promise<number | null>;
  #heard = 0;
  #listeners = new Set<() => void>();

  constructor(child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.text += text;
        for (const listener of this.#listeners) listener();
      });
    }
    this.ended = new Promise((resolve) => child.once("close", resolve));
  }

  async hear(pattern: RegExp): Promise<string> {
    const heard = new Promise<string>((resolve) => {
      const listener = () => {
        const news = this.text.slice(this.#heard);
        const found = pattern.exec(news);
        if (!found) return;
        this.#listeners.delete(listener);
        const said = news.slice(0, found.index + found[0].length);
        this.#heard += said.length;
        resolve(said);
      };
      this.#listeners.add(listener);
      listener();
    });
    const gone = this.ended.then((code) => {
      throw new Error(`it ended with ${code} and had said: ${this.text}`);
    });
    return Promise.race([heard, gone]);
  }
}

/** Every process that descends from one (proc(5)). */
export function descendants(pid: number): number[] {
  return childrenOf(pid).flatMap((child) => [child, ...descendants(child)]);
}

/** The processes that one started. */
export function childrenOf(pid: number): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number);
}

/** A process's command line. */
export function commandOf(pid: number): string {
  return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
}

function parentOf(pid: string): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return null;
  }
}

/** Whether a process is there, and no mere entry of one that ended. */
export function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}
