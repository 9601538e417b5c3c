import * as v from "valibot";
import type { MediaFacts } from "../article/media.ts";
import { jsonLines, readChecked, writeChecked } from "./checked-file.ts";
import type { FileStamp } from "./file-stamp.ts";
import type { SegmentPlace } from "./segment.ts";

/** What is remembered of a source file. */
export interface RememberedFile {
  /** Null where the file had changed too lately for a stamp to count. */
  readonly stamp: FileStamp | null;
  /** SHA-256 of its bytes. */
  readonly sha256: string;
  readonly place: SegmentPlace;
}

/** What is remembered of a media file. */
export interface RememberedMedia {
  readonly stamp: FileStamp;
  readonly facts: MediaFacts;
}

/** All that is remembered of the files of a content folder. */
export interface Manifest {
  /** What made it: the program, and the settings that sources are read with. */
  readonly program: string;
  readonly settings: string;
  /** By path. */
  readonly files: ReadonlyMap<string, RememberedFile>;
  /** By place on the disk. */
  readonly media: ReadonlyMap<string, RememberedMedia>;
}

type FileRow = readonly [path: string, FileStamp | null, string, SegmentPlace["segment"], ...number[]];

/** Reads a manifest; null where there is none, or it is damaged or another program's. */
export function readManifest(file: string): Manifest | null {
  return readChecked(file, decodeManifest);
}

const isRows = <Row>() => v.custom<readonly Row[]>(Array.isArray);

/** Its rows are as they were written, since their checksum is: they are not looked at again. */
const MANIFEST = v.object({
  program: v.string(),
  settings: v.string(),
  files: isRows<FileRow>(),
  media: isRows<readonly [place: string, FileStamp, MediaFacts]>(),
});

function decodeManifest(text: string): Manifest | null {
  const decoded = v.safeParse(MANIFEST, JSON.parse(text));
  if (!decoded.success) return null;
  const { files, media, ...made } = decoded.output;
  return {
    ...made,
    files: new Map(files.map(([path, ...row]) => [path, fileOf(row)])),
    media: new Map(media.map(([place, stamp, facts]) => [place, { stamp, facts }])),
  };
}

/** Writes a manifest. Throws what the disk throws. */
export function writeManifest(file: string, manifest: Manifest): void {
  writeChecked(file, manifestText(manifest));
}

function* manifestText({ program, settings, files, media }: Manifest): Generator<string> {
  const [programText, settingsText] = [program, settings].map((one) => JSON.stringify(one));
  yield `{"program":${programText},"settings":${settingsText},"files":`;
  yield* jsonLines(files.entries().map(([path, one]) => rowOf(path, one)));
  yield ',"media":';
  yield* jsonLines(media.entries().map(([place, { stamp, facts }]) => [place, stamp, facts]));
  yield "}";
}

function rowOf(path: string, { stamp, sha256, place }: RememberedFile): FileRow {
  return [path, stamp, sha256, place.segment, ...place.outcome, ...place.text];
}

function fileOf([stamp, sha256, segment, ...numbers]: readonly [
  FileStamp | null,
  string,
  string,
  ...number[],
]): RememberedFile {
  const [outcomeAt = 0, outcomeBytes = 0, outcomeCrc = 0, textAt = 0, textBytes = 0, textCrc = 0] = numbers;
  return {
    stamp,
    sha256,
    place: { segment, outcome: [outcomeAt, outcomeBytes, outcomeCrc], text: [textAt, textBytes, textCrc] },
  };
}

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
  writeChecked(file, jsonLines(documentRows(program, documents)));
}

function* documentRows(program: string, documents: RememberedDocuments): Generator<unknown> {
  yield program;
  for (const [key, { madeFrom, digest }] of documents) yield [key, madeFrom, digest];
}
