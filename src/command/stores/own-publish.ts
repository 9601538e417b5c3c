import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The file of the state folder that says which publish this machine began last. */
const FILE = "feedwright-publishing.json";

/** Remembers a publish that this process is about to carry out. */
export function rememberPublish(stateFolder: string, publish: string): void {
  mkdirSync(stateFolder, { recursive: true });
  writeFileSync(join(stateFolder, FILE), `${JSON.stringify({ publish, pid: process.pid })}\n`);
}

/** The publish that this machine began last, if its process has ended since; else none. */
export function endedPublish(stateFolder: string): string | null {
  try {
    const { publish, pid }: Record<string, unknown> = JSON.parse(
      readFileSync(join(stateFolder, FILE), "utf8"),
    );
    const isOver = typeof pid === "number" && (pid === process.pid || !isAlive(pid));
    return typeof publish === "string" && isOver ? publish : null;
  } catch {
    // Not there yet, or damaged: whose publish it was is not known.
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return Object(cause).code === "EPERM";
  }
}
