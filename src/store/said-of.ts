import { accessSync, constants, existsSync, readdirSync, statfsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** SQLite asks for room in pieces, and tells of some that it does not get as of other faults. */
const LEAST_ROOM_BYTES = 262_144;

/** Room on the disk of a folder, in blocks of `bsize` bytes. */
interface Room {
  /** None on a disk that is none. */
  readonly blocks: number;
  /** Those that are left for anybody. */
  readonly bavail: number;
  readonly bsize: number;
}

/**
 * What the system says of a store's folder, or of the one in which it would be made: that it may not be
 * written, or a database in it, or that its disk is full. Never throws.
 */
export function saidOf(folder: string, roomIn: (place: string) => Room = statfsSync): readonly string[] {
  try {
    const place = nearestThere(resolve(folder));
    accessSync(place, constants.W_OK);
    for (const file of databasesIn(folder)) accessSync(file, constants.R_OK | constants.W_OK);
    const { blocks, bavail, bsize } = roomIn(place);
    return blocks > 0 && bavail * bsize < LEAST_ROOM_BYTES ? ["ENOSPC"] : [];
  } catch (cause) {
    return [String(cause)];
  }
}

function nearestThere(folder: string): string {
  return existsSync(folder) || folder === dirname(folder) ? folder : nearestThere(dirname(folder));
}

function databasesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.filter((name) => /\.sqlite(-wal|-shm)?$/.test(name)).map((name) => join(folder, name));
}
