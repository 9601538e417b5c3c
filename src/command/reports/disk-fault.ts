import { Refusal } from "./refusal.ts";

/** Faults of a disk that a person can mend, by the system's name. */
const DISK_FAULTS: Readonly<Record<string, string>> = {
  ENOSPC: "the disk is full; make room, then run it again",
  EDQUOT: "your share of the disk is full; make room, then run it again",
  EROFS: "the disk is read-only; name another folder with --persist-to",
  EACCES: "it may not be written by this user; make it writable, or name another folder with --persist-to",
  EPERM: "it may not be written by this user; make it writable, or name another folder with --persist-to",
};

/** A fault of the disk that a command writes its files to, in one sentence; null for any other. */
export function diskFault(cause: unknown): Refusal | null {
  const { code, path }: { readonly code?: unknown; readonly path?: unknown } = Object(cause);
  const meaning = typeof code === "string" ? DISK_FAULTS[code] : undefined;
  if (meaning === undefined) return null;
  return new Refusal(typeof path === "string" ? `${path}: ${meaning}` : meaning, { cause });
}
