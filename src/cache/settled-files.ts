import { isSettled } from "./file-stamp.ts";
import type { RememberedFile } from "./manifest.ts";

/**
 * Files as they may be remembered by a cache that was opened at `openedMs`: one that changed a moment before
 * may change again without showing it, so its stamp does not count.
 */
export function settledFiles(
  files: ReadonlyMap<string, RememberedFile>,
  openedMs: number,
): ReadonlyMap<string, RememberedFile> {
  return new Map(
    [...files].map(([path, file]) => [
      path,
      file.stamp === null || isSettled(file.stamp, openedMs) ? file : { ...file, stamp: null },
    ]),
  );
}
