import { jsonLines, readChecked, writeChecked } from "./checked-file.ts";

/** What is remembered of a document: the room that bakes says what it means. */
export interface RememberedDocument {
  readonly madeFrom: string;
  readonly digest: string;
}

/** By storage key. */
export type RememberedDocuments = ReadonlyMap<string, RememberedDocument>;

/** Reads what a program remembers of documents; null where that is nothing, or damaged. */
export function readDocuments(file: string, program: string): RememberedDocuments | null {
  return readChecked(file, (text) => {
    const [made, ...rows] = JSON.parse(text) as [string, ...[string, string, string][]];
    if (made !== program) return null;
    return new Map(rows.map(([key, madeFrom, digest]) => [key, { madeFrom, digest }]));
  });
}

/** Writes down documents. Throws what the disk throws. */
export function writeDocuments(file: string, program: string, documents: RememberedDocuments): void {
  writeChecked(file, jsonLines(rowsOf(program, documents)));
}

function* rowsOf(program: string, documents: RememberedDocuments): Generator<unknown> {
  yield program;
  for (const [key, { madeFrom, digest }] of documents) yield [key, madeFrom, digest];
}
