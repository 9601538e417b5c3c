import { hash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Site } from "../article/site.ts";
import type { SourceText } from "../article/source.ts";
import { textOf } from "../article/source-of.ts";
import type { ContentPath } from "../article/values.ts";
import type { ParsedArticle } from "../source/parse-article.ts";
import { parseArticle } from "../source/parse-article.ts";
import type { FileStamp } from "./file-stamp.ts";
import { stampOf } from "./file-stamp.ts";
import { encodeOutcome } from "./outcome.ts";
import type { RememberedFile } from "./remembered-file.ts";
import type { SegmentWriter } from "./segment.ts";

/** A source file that was read anew. */
export interface ParsedFile {
  readonly path: ContentPath;
  /** As it is written down. */
  readonly outcomeBytes: Uint8Array;
  /** Null where it could not be read or could not be written down. */
  readonly remembered: RememberedFile | null;
  /** The text, where nothing remembers it. */
  readonly text: SourceText | null;
}

/** A file's bytes with its stamp, or what is wrong. */
export type FileBytes =
  | { readonly kind: "read"; readonly bytes: Uint8Array; readonly stamp: FileStamp; readonly sha256: string }
  | { readonly kind: "unreadable"; readonly reason: string };

/** The largest text that is read: a long novel has three. */
const MAX_TEXT_BYTES = 5 * 1024 * 1024;

/** Reads a file below the content folder. The stamp is older than the bytes or as old. */
export function readSource(root: string, path: ContentPath): FileBytes {
  try {
    const place = join(root, path);
    const stats = statSync(place);
    if (stats.size > MAX_TEXT_BYTES) return { kind: "unreadable", reason: tooLarge(stats.size) };
    const bytes = readFileSync(place);
    return { kind: "read", bytes, stamp: stampOf(stats), sha256: hash("sha256", bytes, "base64url") };
  } catch (cause) {
    return {
      kind: "unreadable",
      reason: `cannot be read (${errorCode(cause)}); make it readable, or remove it`,
    };
  }
}

/** Says of a file that it cannot be read. */
export function unreadable(path: ContentPath, message: string): ParsedArticle {
  return { article: null, problems: [{ file: path, line: null, severity: "error", message }], asides: [] };
}

/** Parses a file and writes down what it became; keeps its text in memory where that is not possible. */
export function parseFile(
  path: ContentPath,
  file: FileBytes,
  site: Site,
  writer: SegmentWriter | null,
): ParsedFile {
  if (file.kind === "unreadable") {
    return { path, ...encodeOutcome(unreadable(path, file.reason)), remembered: null, text: null };
  }
  const parsed = parseArticle({ path, bytes: file.bytes }, site);
  const { outcomeBytes, textBytes } = encodeOutcome(parsed);
  const place = written(writer, outcomeBytes, textBytes);
  return place === null
    ? { path, outcomeBytes, remembered: null, text: parsed.article && textOf(parsed.article) }
    : { path, outcomeBytes, remembered: { stamp: file.stamp, sha256: file.sha256, place }, text: null };
}

/** A disk that is full or may not be written makes a bake slower, and no worse. */
function written(writer: SegmentWriter | null, outcome: Uint8Array, text: Uint8Array) {
  try {
    return writer?.add(outcome, text) ?? null;
  } catch {
    return null;
  }
}

function tooLarge(sizeBytes: number): string {
  const mebibytes = (sizeBytes / (1024 * 1024)).toFixed(1);
  return `has ${mebibytes} MiB, and a text may have 5; divide it, or offer it as a file to download`;
}

/** The code of a fault of the file system, such as `EACCES`. */
export function errorCode(cause: unknown): string {
  return cause instanceof Error && "code" in cause ? String(cause.code) : "unknown reason";
}
