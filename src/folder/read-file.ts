import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";

/** What is known of a file that was read once, from its beginning to its end. */
export interface ReadFile {
  /** All of it, where it has no more than was asked for. */
  readonly beginning: Uint8Array;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly sizeBytes: number;
}

const CHUNK_BYTES = 1024 * 1024;

/** Reads a file of any size, and keeps its beginning. Throws what the disk throws. */
export function readFile(place: string, mostBytes: number): ReadFile {
  const file = openSync(place, "r");
  try {
    const sha256 = createHash("sha256");
    const kept: Buffer[] = [];
    let sizeBytes = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      const read = chunk.subarray(0, readSync(file, chunk));
      if (read.byteLength === 0) break;
      sha256.update(read);
      if (sizeBytes < mostBytes) kept.push(read.subarray(0, mostBytes - sizeBytes));
      sizeBytes += read.byteLength;
    }
    return { beginning: Buffer.concat(kept), sha256: sha256.digest("hex"), sizeBytes };
  } finally {
    closeSync(file);
  }
}
