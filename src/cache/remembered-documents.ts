import { SumSet } from "../article/sum-set.ts";
import { readChecked, writeChecked } from "./checked-file.ts";

/** Reads what a program remembers of documents; null where that is nothing. */
export function readDocuments(file: string, program: string): SumSet | null {
  return readChecked(file, (text) => {
    const end = text.indexOf("\n");
    return text.slice(0, end) === program ? new SumSet(Buffer.from(text.slice(end + 1), "base64")) : null;
  });
}

/** Writes what a program remembers of documents. Throws what the disk throws. */
export function writeDocuments(file: string, program: string, documents: SumSet): void {
  writeChecked(file, [`${program}\n`, Buffer.from(documents.bytes).toString("base64")]);
}

/** Whether two memories say the same in the same order. */
export function areSameDocuments(a: SumSet, b: SumSet): boolean {
  return Buffer.compare(a.bytes, b.bytes) === 0;
}
