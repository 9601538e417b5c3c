import { hash } from "node:crypto";
import { onceEach } from "../article/once-each.ts";
import { fileDigest } from "./file-digest.ts";
import type { FileStamp } from "./file-stamp.ts";
import { areSettled, stampIn } from "./file-stamp.ts";
import type { ListedEntries, Listing } from "./list-below.ts";
import { listBelow } from "./list-below.ts";
import { STAMP_LENGTH, statFiles } from "./stat-files.ts";

/** All that lies below a folder, as it shows without opening a file. */
export interface FolderLook {
  readonly root: string;
  /** Digest of all names. */
  readonly names: string;
  /** Size, mtime, ctime and inode of each, in the order of the names; zeros for what cannot be looked at. */
  readonly stamps: Float64Array;
  /** What changed a moment ago, so that its stamp does not count; null where that is more than a few. */
  readonly recent: readonly RecentFile[] | null;
  /** The stamp of a file; null where there was none, or it was passed over. */
  readonly stampAt: (place: string) => FileStamp | null;
  /** What a folder held; null for one that was not listed. */
  readonly entriesOf: (folder: string) => ListedEntries | null;
  /** Lets go of all names, which may be very many: the two before answer null from then on. */
  readonly letGo: () => void;
}

interface RecentFile {
  /** Its place among the names. */
  readonly row: number;
  readonly place: string;
  /** SHA-256 of its bytes; empty for a folder, which its names tell. */
  readonly sha256: string;
}

/** By which a folder is known again. */
export interface FolderMark {
  readonly digest: string;
  /** Files that are read to be known: row and place. */
  readonly read: readonly (readonly [row: number, place: string])[];
}

/** So many files that changed a moment ago are read, of so many bytes at most. */
const MOST_RECENT = 100;
export const MOST_READ_BYTES = 8 * 1024 * 1024;

/**
 * Looks at all files below a folder, but for names that are passed over. Links to folders are not
 * followed. Null where a folder cannot be listed. `nowMs` is the clock of its files.
 */
export function lookAtFolder(
  root: string,
  isPassedOver: (name: string) => boolean,
  nowMs: number,
): FolderLook | null {
  const listing = listBelow(root, isPassedOver);
  if (listing === null) return null;
  const { names, places } = listing;
  const stamps = statFiles(places);
  return {
    root,
    names: hash("sha256", names.join("\u0000"), "base64url"),
    stamps,
    recent: recentOf(places, stamps, nowMs),
    ...untilLetGo(listing, stamps),
  };
}

/** Answers by what was listed, until that is let go of. */
function untilLetGo(
  { entriesOf }: Listing,
  stamps: Float64Array,
): Pick<FolderLook, "stampAt" | "entriesOf" | "letGo"> {
  let held: Pick<FolderLook, "stampAt" | "entriesOf"> | null = {
    stampAt: stampsOf(entriesOf, stamps),
    entriesOf,
  };
  return {
    stampAt: (place) => held?.stampAt(place) ?? null,
    entriesOf: (folder) => held?.entriesOf(folder) ?? null,
    letGo() {
      held = null;
    },
  };
}

function recentOf(
  places: readonly string[],
  stamps: Float64Array,
  nowMs: number,
): readonly RecentFile[] | null {
  const recent: RecentFile[] = [];
  for (let row = 0; row < places.length; row += 1) {
    const at = row * STAMP_LENGTH;
    if (areSettled(stamps[at + 1] ?? 0, stamps[at + 2] ?? 0, nowMs)) continue;
    if (recent.length === MOST_RECENT || (stamps[at] ?? 0) > MOST_READ_BYTES) return null;
    const place = places[row] ?? "";
    recent.push({ row, place, sha256: fileDigest(place) });
  }
  return recent;
}

/** Finds the stamp of a place. Few are asked for, so what that needs is made for the folders that they lie in. */
function stampsOf(entriesOf: Listing["entriesOf"], stamps: Float64Array): FolderLook["stampAt"] {
  const rowsIn = onceEach((folder: string): ReadonlyMap<string, number> => {
    const { entries, row } = entriesOf(folder) ?? { entries: [], row: 0 };
    return new Map(entries.map(({ name }, at) => [name, row + at]));
  });
  return (place) => {
    const slash = place.lastIndexOf("/");
    const row = rowsIn(place.slice(0, slash)).get(place.slice(slash + 1));
    const stamp = row === undefined ? null : stampIn(stamps, row * STAMP_LENGTH);
    // What could not be looked at has an inode of no file.
    return stamp === null || stamp[3] === 0 ? null : stamp;
  };
}

/** The mark of a folder as it was looked at; null where too much of it had changed a moment ago. */
export function markOf(look: FolderLook): FolderMark | null {
  if (look.recent === null) return null;
  return {
    digest: digestWithout(look, look.recent),
    read: look.recent.map(({ row, place }) => [row, place]),
  };
}

/** Whether a folder is as it was when it was marked. Reads what the mark says. */
export function isAsMarked(look: FolderLook, { digest, read }: FolderMark): boolean {
  const reread = read.map(([row, place]) => {
    const sha256 = look.recent?.find((one) => one.row === row)?.sha256 ?? fileDigest(place);
    return { row, place, sha256 };
  });
  return digestWithout(look, reread) === digest;
}

/** The digest of a look in which some files are told by their bytes, whatever their stamps are. */
function digestWithout({ names, stamps }: FolderLook, read: readonly RecentFile[]): string {
  const counting = read.length === 0 ? stamps : stamps.slice();
  for (const { row } of read) counting.fill(0, row * STAMP_LENGTH, (row + 1) * STAMP_LENGTH);
  const bytes = new Uint8Array(counting.buffer, counting.byteOffset, counting.byteLength);
  const bodies = read.map(({ row, sha256 }) => [row, sha256]);
  return hash("sha256", `${names}\n${hash("sha256", bytes)}\n${JSON.stringify(bodies)}`, "base64url");
}
