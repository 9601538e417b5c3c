import { randomUUID } from "node:crypto";
import { parseFile, readSource } from "../../folder/build-cache/parse-file.ts";
import { SegmentWriter } from "../../folder/build-cache/segment.ts";
import type { ParseResult, ParseTask } from "./tasks.ts";

/** Parses files, and writes down what they became. */
export function parseInThread({ root, site, cacheFolder, paths }: ParseTask): ParseResult {
  const writer = openSegment(cacheFolder);
  const parsed = paths.map((path) => parseFile(path, readSource(root, path), site, writer));
  const isWritten = writer !== null && closeSegment(writer);
  return parsed.map((file) =>
    isWritten && file.remembered ? [file.path, file.remembered] : { ...file, remembered: null },
  );
}

function openSegment(folder: string): SegmentWriter | null {
  try {
    return new SegmentWriter(folder, randomUUID());
  } catch {
    return null;
  }
}

function closeSegment(writer: SegmentWriter): boolean {
  try {
    writer.close();
    return true;
  } catch {
    return false;
  }
}
