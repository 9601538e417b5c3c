import { existsSync, readdirSync, readlinkSync, realpathSync } from "node:fs";
import { join } from "node:path";

/** Where Linux tells what a process has open. */
const OPEN_FILES = "/proc/self/fd";

/** Whether it can be told what this process has open. */
export const TELLS_OPEN_FILES = existsSync(OPEN_FILES);

/** The files below a folder that this process has open, by their names. */
export function openFilesBelow(folder: string): readonly string[] {
  const root = join(realpathSync(folder), "/");
  return readdirSync(OPEN_FILES)
    .map(targetOf)
    .filter((target) => target.startsWith(root))
    .map((target) => target.slice(root.length))
    .sort();
}

function targetOf(descriptor: string): string {
  try {
    return readlinkSync(join(OPEN_FILES, descriptor));
  } catch {
    // The one that the folder was listed with.
    return "";
  }
}
