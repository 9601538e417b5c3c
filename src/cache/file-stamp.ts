import type { Stats } from "node:fs";
import { statSync } from "node:fs";

/** What tells at a glance that a file is the one that was read before: size, mtime, ctime and inode. */
export type FileStamp = readonly [sizeBytes: number, mtimeMs: number, ctimeMs: number, inode: number];

/** How long a file must have lain still before its stamp counts: clocks of file systems are coarse. */
const SETTLED_MS = 2000;

/** The stamp of a file. */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): FileStamp {
  return [size, mtimeMs, ctimeMs, ino];
}

/** The stamp that stands at a place among others. */
export function stampIn(stamps: ArrayLike<number>, at: number): FileStamp {
  return [stamps[at] ?? 0, stamps[at + 1] ?? 0, stamps[at + 2] ?? 0, stamps[at + 3] ?? 0];
}

/** The stamp that the file at a place has now, links followed; null where it cannot be looked at. */
export function stampNow(place: string): FileStamp | null {
  try {
    return stampOf(statSync(place));
  } catch {
    return null;
  }
}

/** Whether two stamps are of the same file, unchanged. */
export function isSameStamp(a: FileStamp, b: FileStamp): boolean {
  return a.every((part, at) => part === b[at]);
}

/**
 * Whether a stamp that was taken at `nowMs` or later can be relied on: a file that changes twice
 * within one tick of its file system's clock looks unchanged.
 */
export function isSettled([, mtimeMs, ctimeMs]: FileStamp, nowMs: number): boolean {
  return areSettled(mtimeMs, ctimeMs, nowMs);
}

/** The same of the times of a stamp, for whoever has very many of them. */
export function areSettled(mtimeMs: number, ctimeMs: number, nowMs: number): boolean {
  return Math.max(mtimeMs, ctimeMs) < nowMs - SETTLED_MS;
}
