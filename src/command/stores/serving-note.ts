import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isRunning, processFacts } from "../../store/process-facts.ts";

/** The folder below the state folder in which every process that serves has a file, named by its id and start. */
const SERVERS = "servers";

/** Notes where this process serves a local store, for those who publish into it; gives how to take that back. */
export function noteServing(persistTo: string, origin: string): () => void {
  const file = join(persistTo, SERVERS, nameOf(process.pid));
  mkdirSync(join(persistTo, SERVERS), { recursive: true });
  writeFileSync(file, origin);
  return () => rmSync(file, { force: true });
}

/** Where a local store is served now; null where nobody does. What a killed process left is passed over. */
export function servedOrigin(persistTo: string): string | null {
  for (const name of namesIn(join(persistTo, SERVERS))) {
    const pid = Number.parseInt(name, 10);
    if (isRunning(pid) && name === nameOf(pid)) return readOrigin(join(persistTo, SERVERS, name));
    rmSync(join(persistTo, SERVERS, name), { force: true });
  }
  return null;
}

function readOrigin(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim() || null;
  } catch {
    return null;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+-\d+$/.test(name));
  } catch {
    return [];
  }
}

function nameOf(pid: number): string {
  return `${pid}-${processFacts(pid)?.started ?? 0}`;
}
