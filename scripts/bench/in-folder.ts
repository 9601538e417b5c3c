import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Linux keeps a folder in memory, so that the disk decides nothing. */
export const IN_MEMORY = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/** Works in a folder that is gone afterwards, whatever comes. */
export async function inFolder<T>(
  work: (folder: string) => T | Promise<T>,
  parent: string = tmpdir(),
): Promise<T> {
  const folder = mkdtempSync(join(parent, "feedwright-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
