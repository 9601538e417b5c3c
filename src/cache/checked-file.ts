import { createHash, hash } from "node:crypto";
import { closeSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";

/** Characters that are gathered before they are written. */
const BUFFERED_CHARACTERS = 1 << 16;

/**
 * Writes a text with its checksum in a last line, and gives that. A reader sees the old file or the new
 * one, never half. The pieces are written as they come: all of them together may be long. Throws what
 * the disk throws.
 */
export function writeChecked(file: string, pieces: Iterable<string>): string {
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
      waiting += piece;
      if (waiting.length >= BUFFERED_CHARACTERS) flush();
    }
    flush();
    checksum = sum.digest("hex");
    writeSync(target, `\n${checksum}`);
  } finally {
    closeSync(target);
  }
  renameSync(unfinished, file);
  return checksum;
}

/**
 * What `decode` makes of such a file, by its text and its checksum; null where there is none, it is
 * damaged, or `decode` makes nothing of it.
 */
export function readChecked<T>(file: string, decode: (text: string, checksum: string) => T | null): T | null {
  try {
    const whole = readFileSync(file, "utf8");
    const end = whole.lastIndexOf("\n");
    const text = whole.slice(0, end);
    const checksum = whole.slice(end + 1);
    return checksum === hash("sha256", text, "hex") ? decode(text, checksum) : null;
  } catch {
    return null;
  }
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
