import { hash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import type { MediaFacts } from "../media.ts";
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

/** What is remembered of a document: the room that bakes says what it means. */
export interface RememberedDocument {
  readonly madeFrom: string;
  readonly digest: string;
}

/** All that is remembered of a content folder. */
export interface Manifest {
  /** What made it: the program, and the settings that sources are read with. */
  readonly program: string;
  readonly settings: string;
  /** By path. */
  readonly files: ReadonlyMap<string, RememberedFile>;
  /** By place on the disk. */
  readonly media: ReadonlyMap<string, RememberedMedia>;
  /** By storage key. */
  readonly documents: ReadonlyMap<string, RememberedDocument>;
}

type FileRow = readonly [path: string, FileStamp | null, string, SegmentPlace["segment"], ...number[]];

/** Reads a manifest; null where there is none or it is damaged. */
export function readManifest(file: string): Manifest | null {
  try {
    const whole = readFileSync(file, "utf8");
    const end = whole.indexOf("\n");
    const text = whole.slice(end + 1);
    if (whole.slice(0, end) !== checksum(text)) return null;
    const { files, media, documents, ...made } = JSON.parse(text) as {
      program: string;
      settings: string;
      files: FileRow[];
      media: [string, FileStamp, MediaFacts][];
      documents: [string, string, string][];
    };
    return {
      ...made,
      files: new Map(files.map(([path, ...row]) => [path, fileOf(row)])),
      media: new Map(media.map(([place, stamp, facts]) => [place, { stamp, facts }])),
      documents: new Map(documents.map(([key, madeFrom, digest]) => [key, { madeFrom, digest }])),
    };
  } catch {
    return null;
  }
}

/** Writes a manifest; a reader sees the old one or the new one, never half. Throws what the disk throws. */
export function writeManifest(file: string, manifest: Manifest): void {
  const { program, settings, files, media, documents } = manifest;
  const text = JSON.stringify({
    program,
    settings,
    files: [...files].map(([path, one]) => rowOf(path, one)),
    media: [...media].map(([place, { stamp, facts }]) => [place, stamp, facts]),
    documents: [...documents].map(([key, { madeFrom, digest }]) => [key, madeFrom, digest]),
  });
  writeFileSync(`${file}.${process.pid}`, `${checksum(text)}\n${text}`);
  renameSync(`${file}.${process.pid}`, file);
}

function checksum(text: string): string {
  return hash("sha256", text, "hex");
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
