import { isSettled } from "./file-stamp.ts";
import type { RememberedFile } from "./remembered-file.ts";

/**
 * Files as they may be remembered by a cache that was opened at `openedMs`, of which some are `others` than
 * they were: one that changed a moment before may change again without showing it, so its stamp does not count.
 */
export function settledFiles(
  files: ReadonlyMap<string, RememberedFile>,
  others: readonly string[],
  openedMs: number,
): ReadonlyMap<string, RememberedFile> {
  const settled = new Map(files);
  for (const path of others) {
    const file = files.get(path);
    if (file?.stamp && !isSettled(file.stamp, openedMs))
      settled.set(path, { stamp: null, sha256: file.sha256, place: file.place });
  }
  return settled;
}
