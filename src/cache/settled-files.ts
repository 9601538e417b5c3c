import { isSettled } from "./file-stamp.ts";
import type { RememberedFile } from "./remembered-file.ts";

/**
 * Files that are others than they were, as they may be remembered by a cache that was opened at `openedMs`:
 * one that changed a moment before may change again without showing it, so its stamp does not count. The same
 * where all have lain still.
 */
export function settledFiles(
  others: ReadonlyMap<string, RememberedFile>,
  openedMs: number,
): ReadonlyMap<string, RememberedFile> {
  const unsettled: [string, RememberedFile][] = [];
  for (const [path, { stamp, sha256, place }] of others) {
    if (stamp !== null && !isSettled(stamp, openedMs)) unsettled.push([path, { stamp: null, sha256, place }]);
  }
  return unsettled.length === 0 ? others : new Map([...others, ...unsettled]);
}
