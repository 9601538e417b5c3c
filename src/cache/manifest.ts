import { join } from "node:path";
import * as v from "valibot";
import type { MediaFacts } from "../article/media.ts";
import type { RowForm } from "./amended-file.ts";
import { AmendedFile } from "./amended-file.ts";
import { CACHE_FILES } from "./cache-files.ts";
import { jsonLines } from "./checked-file.ts";
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

type FileFields = readonly [FileStamp | null, sha256: string, segment: string, ...number[]];
/** How a source file stands in it. */
type FileRow = readonly [path: string, ...FileFields];

/** A manifest as it was read just now. */
export interface ReadManifest extends Manifest {
  readonly files: Map<string, RememberedFile>;
}

const FILE_FORM: RowForm<RememberedFile, FileRow> = {
  row: rowOf,
  value: ([, ...row]) => fileOf(row),
  isSame: (a, b) => a === b,
};

/** Where the manifest of a cache lies. */
export function manifestIn(folder: string): AmendedFile<RememberedFile, FileRow> {
  const [file, beside] = [CACHE_FILES.manifest, CACHE_FILES.manifestAmendments];
  return new AmendedFile(join(folder, file), join(folder, beside), FILE_FORM);
}

const isRows = <Row>() => v.custom<readonly Row[]>(Array.isArray);

/** Its rows are as they were written, since their checksum is: they are not looked at again. */
const MANIFEST = v.object({
  program: v.string(),
  settings: v.string(),
  files: isRows<FileRow>(),
  media: isRows<readonly [place: string, FileStamp, MediaFacts]>(),
});

/** Reads a manifest; null where it is none. */
export function decodeManifest(text: string): ReadManifest | null {
  const decoded = v.safeParse(MANIFEST, JSON.parse(text));
  if (!decoded.success) return null;
  const { files, media, ...made } = decoded.output;
  return {
    ...made,
    files: new Map(files.map(([path, ...row]) => [path, fileOf(row)])),
    media: new Map(media.map(([place, stamp, facts]) => [place, { stamp, facts }])),
  };
}

/** A manifest as it is written, in pieces. */
export function* manifestText({ program, settings, files, media }: Manifest): Generator<string> {
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

function fileOf([stamp, sha256, segment, ...numbers]: FileFields): RememberedFile {
  const [outcomeAt = 0, outcomeBytes = 0, outcomeCrc = 0, textAt = 0, textBytes = 0, textCrc = 0] = numbers;
  return {
    stamp,
    sha256,
    place: { segment, outcome: [outcomeAt, outcomeBytes, outcomeCrc], text: [textAt, textBytes, textCrc] },
  };
}
