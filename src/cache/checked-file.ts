import { createHash, hash } from "node:crypto";
import { closeSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";

/** Characters that are gathered before they are written. */
const BUFFERED_CHARACTERS = 1 << 16;

/**
 * Writes a text with its checksum in a last line. A reader sees the old file or the new one, never
 * half. The pieces are written as they come: all of them together may be long. Throws what the disk
 * throws.
 */
export function writeChecked(file: string, pieces: Iterable<string>): void {
  const unfinished = `${file}.${process.pid}`;
  const target = openSync(unfinished, "w");
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
    writeSync(target, `\n${sum.digest("hex")}`);
  } finally {
    closeSync(target);
  }
  renameSync(unfinished, file);
}

/** What such a file says; null where there is none, it is damaged, or `decode` makes nothing of it. */
export function readChecked<T>(file: string, decode: (text: string) => T | null): T | null {
  try {
    const whole = readFileSync(file, "utf8");
    const end = whole.lastIndexOf("\n");
    const text = whole.slice(0, end);
    return whole.slice(end + 1) === hash("sha256", text, "hex") ? decode(text) : null;
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
