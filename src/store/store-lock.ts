import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { localFault } from "./local-fault.ts";
import { isRunning, processFacts } from "./process-facts.ts";
import { saidOf } from "./said-of.ts";
import { StoreError } from "./store.ts";

/** The right to write to a local store, which one process has at a time. */
export interface StoreLock {
  release(): void;
}

/** The folder below the state folder in which every writer has a file, named by its id and start. */
const WRITERS = "writers";

/** Two that begin in the same moment see each other and both step back, so that they try again. */
const ATTEMPTS = 3;
const LONGEST_PAUSE_MS = 100;

/**
 * Takes the right to write to the store in a folder. A writer first leaves its name, then looks for
 * others, so two never have it; what a killed one left is of a process that no longer runs, and goes.
 * Throws `StoreError` where another has it, or the folder cannot be written.
 */
export async function lockStore(persistTo: string): Promise<StoreLock> {
  const folder = join(persistTo, WRITERS);
  const file = join(folder, writerName(process.pid));
  for (let attempt = 1; ; attempt += 1) {
    const other = sign(persistTo, folder, file) ? otherWriter(folder, file) : basename(file);
    if (other === null) return { release: () => rmSync(file, { force: true }) };
    if (other !== basename(file)) rmSync(file, { force: true });
    if (attempt === ATTEMPTS) throw busy(persistTo, folder, other);
    await new Promise((done) => setTimeout(done, Math.random() * LONGEST_PAUSE_MS));
  }
}

/** Leaves the name of this process; false where it is there, which is to say that it writes already. */
function sign(persistTo: string, folder: string, file: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    const [, script = "", ...args] = process.argv;
    writeFileSync(file, [basename(script), ...args].join(" "), { flag: "wx" });
    return true;
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === "EEXIST" && holds(folder, file)) return false;
    const reason = localFault(persistTo, [message, ...saidOf(persistTo)]);
    throw new StoreError(reason ?? `the local store in ${persistTo} cannot be written: ${message}`, {
      cause,
    });
  }
}

function holds(folder: string, file: string): boolean {
  return writersIn(folder).includes(basename(file));
}

/** The name of a writer that runs, beside this one; null where there is none. Forgets those that do not run. */
function otherWriter(folder: string, own: string): string | null {
  for (const name of writersIn(folder).filter((one) => one !== basename(own))) {
    const pid = Number.parseInt(name, 10);
    if (isRunning(pid) && name === writerName(pid)) return name;
    rmSync(join(folder, name), { force: true });
  }
  return null;
}

function writersIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+-\d+$/.test(name));
  } catch {
    return [];
  }
}

/** Where the system does not tell when a process started, its id alone has to do. */
function writerName(pid: number): string {
  return `${pid}-${processFacts(pid)?.started ?? 0}`;
}

function busy(persistTo: string, folder: string, name: string): StoreError {
  const commandLine = readText(join(folder, name));
  const pid = Number.parseInt(name, 10);
  return new StoreError(
    `the local store in ${persistTo} is being written by process ${pid}` +
      `${commandLine && ` (${commandLine})`}; wait until it has ended, or stop it`,
  );
}

/** What a writer says of itself, with nothing that a terminal would obey. */
function readText(file: string): string {
  try {
    return readFileSync(file, "utf8")
      .replace(/\p{Cc}+/gu, " ")
      .slice(0, 200)
      .trim();
  } catch {
    return "";
  }
}
