import { join } from "node:path";
import * as v from "valibot";
import type { MediaFacts } from "../article/media.ts";
import { readTable, tableBytes } from "../article/table.ts";
import type { RowForm } from "./amended-file.ts";
import { AmendedFile } from "./amended-file.ts";
import { CACHE_FILES } from "./cache-files.ts";
import type { FileStamp } from "./file-stamp.ts";
import type { PathRows } from "./path-rows.ts";
import type { RememberedFile } from "./remembered-file.ts";
import type { FileColumn } from "./table-of-files.ts";
import { FilesInTable, tableOfFiles } from "./table-of-files.ts";

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
  readonly files: Pick<PathRows<RememberedFile>, "size" | "entries">;
  /** By place on the disk. */
  readonly media: ReadonlyMap<string, RememberedMedia>;
}

type FileFields = readonly [FileStamp | null, sha256: string, segment: string, ...number[]];
/** How a source file stands in it. */
type FileRow = readonly [path: string, ...FileFields];

/** A manifest as it was read just now. */
export interface ReadManifest extends Omit<Manifest, "files"> {
  readonly files: FilesInTable;
}

const FILE_FORM: RowForm<RememberedFile, FileRow> = {
  row: rowOf,
  value: ([, ...row]) => fileOf(row),
};

/** Where the manifest of a cache lies. */
export function manifestIn(folder: string): AmendedFile<RememberedFile, FileRow> {
  const [file, beside] = [CACHE_FILES.manifest, CACHE_FILES.manifestAmendments];
  return new AmendedFile(join(folder, file), join(folder, beside), FILE_FORM);
}

type MediaRow = readonly [place: string, FileStamp, MediaFacts];

/** It is as it was written, since its checksum is: rows are not looked at again. */
const ABOUT = v.object({
  program: v.string(),
  settings: v.string(),
  segments: v.array(v.string()),
  media: v.custom<readonly MediaRow[]>(Array.isArray),
});

/** Reads a manifest; null where it is none. */
export function decodeManifest(bytes: Buffer): ReadManifest | null {
  const table = readTable<FileColumn>(bytes);
  const about = v.safeParse(ABOUT, table.about);
  if (!about.success) return null;
  const { segments, media, program, settings } = about.output;
  return {
    program,
    settings,
    files: new FilesInTable(table, segments),
    media: new Map(media.map(([place, stamp, facts]) => [place, { stamp, facts }])),
  };
}

/** A manifest as it is written, in pieces. */
export function manifestBytes({ program, settings, files, media }: Manifest): Iterable<Uint8Array> {
  const rows = [...media].map(([place, { stamp, facts }]): MediaRow => [place, stamp, facts]);
  const { columns, segments } = tableOfFiles(files);
  return tableBytes({ about: { program, settings, segments, media: rows }, columns });
}

function rowOf(path: string, { stamp, sha256, place }: RememberedFile): FileRow {
  return [path, stamp, sha256, place.segment, ...place.outcome, ...place.text];
}

function fileOf([stamp, sha256, segment, ...numbers]: FileFields): RememberedFile {
  const [outcomeAt = 0, outcomeBytes = 0, outcomeCrc = 0, textAt = 0, textBytes = 0, textCrc = 0] = numbers;
  return {
    stamp,
    sha256,
    place: { segment, outcome: [outcomeAt, outcomeBytes, outcomeCrc], text: [textAt, textBytes, textCrc] },
  };
}
