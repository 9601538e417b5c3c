import { createHash, hash } from "node:crypto";
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from "node:fs";

/** Characters that are gathered before they are written. */
const BUFFERED_CHARACTERS = 1 << 16;

/**
 * Writes a file with its checksum in a last line, and gives that. A reader sees the old file or the new
 * one, never half. The pieces are written as they come: all of them together may be long. Throws what
 * the disk throws.
 */
export function writeChecked(file: string, pieces: Iterable<string | Uint8Array>): string {
  const unfinished = `${file}.${process.pid}`;
  const target = openSync(unfinished, "w");
  let checksum: string;
  try {
    const sum = createHash("sha256");
    let waiting = "";
    const flush = () => {
      sum.update(waiting);
      writeSync(target, waiting);
      waiting = "";
    };
    for (const piece of pieces) {
      if (typeof piece === "string") waiting += piece;
      if (typeof piece !== "string" || waiting.length >= BUFFERED_CHARACTERS) flush();
      if (typeof piece !== "string") {
        sum.update(piece);
        writeSync(target, piece);
      }
    }
    flush();
    checksum = sum.digest("hex");
    writeSync(target, `\n${checksum}`);
  } catch (cause) {
    // Where the disk is full, this is what it lacks.
    rmSync(unfinished, { force: true });
    throw cause;
  } finally {
    closeSync(target);
  }
  renameSync(unfinished, file);
  return checksum;
}

/**
 * What `decode` makes of such a file, by its bytes and its checksum; null where there is none, it is
 * damaged, or `decode` makes nothing of it.
 */
export function readCheckedBytes<T>(
  file: string,
  decode: (bytes: Buffer, checksum: string) => T | null,
): T | null {
  try {
    const whole = readFileSync(file);
    const end = whole.lastIndexOf("\n");
    const bytes = whole.subarray(0, end);
    const checksum = whole.toString("utf8", end + 1);
    return checksum === hash("sha256", bytes, "hex") ? decode(bytes, checksum) : null;
  } catch {
    return null;
  }
}

/** The same of a file that is a text. */
export function readChecked<T>(file: string, decode: (text: string) => T | null): T | null {
  return readCheckedBytes(file, (bytes) => decode(bytes.toString()));
}

/** The members of a JSON array, one a line, as pieces of its text. */
export function* jsonLines(members: Iterable<unknown>): Generator<string> {
  let separator = "[\n";
  for (const member of members) {
    yield separator + JSON.stringify(member);
    separator = ",\n";
  }
  yield separator === "[\n" ? "[]" : "\n]";
}
