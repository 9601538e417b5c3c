import { printable, UNPRINTABLE } from "../../article/plain-text.ts";
import type { Problem, Severity } from "../../article/problem.ts";
import type { ContentPath } from "../../article/values.ts";

/** A file of the content folder, as it lies on disk. */
export interface SourceFile {
  readonly path: ContentPath;
  readonly bytes: Uint8Array;
}

/** Collects what is wrong with one file. Lines count from 1. */
export class FileProblems {
  readonly list: Problem[] = [];
  /** What is right, but may be news to the publisher: told only where somebody asks for everything. */
  readonly asides: Problem[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  add(severity: Severity, line: number | null, message: string, column: number | null = null): void {
    this.list.push({ file: this.#file, line, ...(column !== null && { column }), severity, message });
  }

  /** Says that whoever read the file gave up on it: one file never stops the others. */
  addFault(cause: unknown): void {
    const reason =
      cause instanceof RangeError
        ? "it is nested too deeply or has too many parts"
        : (cause instanceof Error ? cause.message : String(cause)).split("\n", 1)[0];
    this.add("error", null, `cannot be read: ${reason}; write it more simply`);
  }

  addAside(line: number | null, message: string): void {
    this.asides.push({ file: this.#file, line, severity: "notice", message });
  }
}

/**
 * Reads bytes as text: UTF-8, with or without a byte order mark, or else UTF-16 with one, or else
 * Windows-1252 (WHATWG Encoding §4.1). Line ends become line feeds. Characters that feeds cannot carry are dropped;
 * that and another encoding than UTF-8 are reported.
 */
export function decodeText(file: SourceFile, problems: FileProblems): string {
  const decoded = decodeBytes(file.bytes, problems);
  const text = decoded.includes("\r") ? decoded.replace(/\r\n?/g, "\n") : decoded;
  const clean = printable(text);
  if (clean === text) return text;
  const at = text.search(new RegExp(UNPRINTABLE, "u"));
  const code = text.codePointAt(at)?.toString(16).toUpperCase().padStart(4, "0");
  const count = text.length - clean.length;
  problems.add(
    "warning",
    lineAt(text, at),
    count === 1
      ? `contains a control character that feeds cannot carry, U+${code}, which was dropped; delete it`
      : `contains ${count} control characters that feeds cannot carry, the first U+${code}, which were dropped; delete them`,
  );
  return clean;
}

const UTF_8 = new TextDecoder("utf-8", { fatal: true });
const WINDOWS_1252 = new TextDecoder("windows-1252");
/** Byte order marks of UTF-16, as editors on Windows write it (WHATWG Encoding §6.1). */
const UTF_16 = [
  { mark: [0xff, 0xfe], decoder: new TextDecoder("utf-16le") },
  { mark: [0xfe, 0xff], decoder: new TextDecoder("utf-16be") },
] as const;

function decodeBytes(bytes: Uint8Array, problems: FileProblems): string {
  try {
    return UTF_8.decode(bytes);
  } catch {
    const wide = UTF_16.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
    const name = wide ? "UTF-16" : "Windows-1252";
    problems.add("warning", null, `is not UTF-8 and was read as ${name}; save it as UTF-8`);
    return (wide?.decoder ?? WINDOWS_1252).decode(bytes);
  }
}

/** The line, from 1, that an offset lies on. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}
