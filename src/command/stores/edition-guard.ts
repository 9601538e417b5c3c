import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The file of the state folder that remembers what this machine published last. */
const FILE = "feedwright-editions.json";

/** The edition that this machine wrote last to a store; 0 where it never did. */
export function lastEdition(stateFolder: string, store: string): number {
  return readEditions(stateFolder)[store] ?? 0;
}

/** Remembers an edition; 0 forgets the store. A reader sees the old file or the new one, never half. */
export function rememberEdition(stateFolder: string, store: string, edition: number): void {
  mkdirSync(stateFolder, { recursive: true });
  const file = join(stateFolder, FILE);
  writeFileSync(`${file}.new`, `${JSON.stringify({ ...readEditions(stateFolder), [store]: edition })}\n`);
  renameSync(`${file}.new`, file);
}

function readEditions(stateFolder: string): Record<string, number> {
  try {
    const editions: unknown = JSON.parse(readFileSync(join(stateFolder, FILE), "utf8"));
    const pairs = Object.entries(typeof editions === "object" && editions !== null ? editions : {});
    return Object.fromEntries(pairs.filter(([, edition]) => typeof edition === "number"));
  } catch {
    // Not there yet, or damaged: the guard starts anew.
    return {};
  }
}
