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
  const unsettled = others.flatMap((path): [string, RememberedFile][] => {
    const { stamp = null, sha256 = "", place } = files.get(path) ?? {};
    if (place === undefined || stamp === null || isSettled(stamp, openedMs)) return [];
    return [[path, { stamp: null, sha256, place }]];
  });
  return unsettled.length === 0 ? files : new Map([...files, ...unsettled]);
}
