import { join } from "node:path";
import { AmendedFile } from "./amended-file.ts";
import { CACHE_FILES } from "./cache-files.ts";
import { jsonLines } from "./checked-file.ts";

/** What is remembered of a document: the room that bakes says what it means. */
export interface RememberedDocument {
  readonly madeFrom: string;
  readonly digest: string;
}

/** By storage key. */
export type RememberedDocuments = ReadonlyMap<string, RememberedDocument>;

/** Where what is remembered of documents lies in a cache. */
export function documentsIn(folder: string): AmendedFile<RememberedDocument> {
  const [file, beside] = [CACHE_FILES.documents, CACHE_FILES.documentAmendments];
  return new AmendedFile(join(folder, file), join(folder, beside), {
    row: rowOf,
    value: ([, madeFrom, digest]) => ({ madeFrom: String(madeFrom), digest: String(digest) }),
    isSame: (a, b) => a.madeFrom === b.madeFrom && a.digest === b.digest,
  });
}

/** Reads what a program remembers of documents; null where that is nothing. */
export function decodeDocuments(text: string, program: string): Map<string, RememberedDocument> | null {
  const [made, ...rows] = JSON.parse(text) as [string, ...[string, string, string][]];
  if (made !== program) return null;
  return new Map(rows.map(([key, madeFrom, digest]) => [key, { madeFrom, digest }]));
}

/** What a program remembers of documents, as it is written, in pieces. */
export function documentsText(program: string, documents: RememberedDocuments): Iterable<string> {
  return jsonLines([program, ...documents].map((one) => (typeof one === "string" ? one : rowOf(...one))));
}

function rowOf(key: string, { madeFrom, digest }: RememberedDocument): readonly [string, string, string] {
  return [key, madeFrom, digest];
}
