import { join } from "node:path";
import { AmendedFile } from "./amended-file.ts";
import { CACHE_FILES } from "./cache-files.ts";
import { jsonLines } from "./checked-file.ts";

/** What is remembered of a document: the room that bakes says what it means. */
export interface RememberedDocument {
  readonly madeFrom: string;
  readonly digest: string;
  readonly shown?: string;
}

/** By storage key. */
export type RememberedDocuments = ReadonlyMap<string, RememberedDocument>;

/** Where what is remembered of documents lies in a cache. */
export function documentsIn(folder: string): AmendedFile<RememberedDocument, DocumentRow> {
  const [file, beside] = [CACHE_FILES.documents, CACHE_FILES.documentAmendments];
  return new AmendedFile(join(folder, file), join(folder, beside), {
    row: rowOf,
    value: documentOf,
    isSame: isSameDocument,
  });
}

/** Reads what a program remembers of documents; null where that is nothing. */
export function decodeDocuments(text: string, program: string): Map<string, RememberedDocument> | null {
  const [made, ...rows] = JSON.parse(text) as [string, ...DocumentRow[]];
  return made === program ? new Map(rows.map((row) => [row[0], documentOf(row)])) : null;
}

/** What a program remembers of documents, as it is written, in pieces. */
export function documentsText(program: string, documents: RememberedDocuments): Iterable<string> {
  return jsonLines([program, ...documents].map((one) => (typeof one === "string" ? one : rowOf(...one))));
}

function isSameDocument(a: RememberedDocument, b: RememberedDocument): boolean {
  return a.madeFrom === b.madeFrom && a.digest === b.digest && a.shown === b.shown;
}

/** Whether two memories say the same of the same documents. */
export function areSameDocuments(a: RememberedDocuments, b: RememberedDocuments): boolean {
  const isSame = ([key, document]: [string, RememberedDocument]) => {
    const known = b.get(key);
    return known !== undefined && isSameDocument(document, known);
  };
  return a.size === b.size && a.entries().every(isSame);
}

/** How a document stands in the file. */
type DocumentRow = readonly [key: string, madeFrom: string, digest: string, shown?: string];

function rowOf(key: string, { madeFrom, digest, shown }: RememberedDocument): DocumentRow {
  return shown === undefined ? [key, madeFrom, digest] : [key, madeFrom, digest, shown];
}

function documentOf([, madeFrom, digest, shown]: DocumentRow): RememberedDocument {
  return shown === undefined ? { madeFrom, digest } : { madeFrom, digest, shown };
}
