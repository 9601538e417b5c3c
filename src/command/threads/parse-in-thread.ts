import { randomUUID } from "node:crypto";
import { parseFile, readSource } from "../../cache/parse-file.ts";
import { SegmentWriter } from "../../cache/segment.ts";
import type { ParseResult, ParseTask } from "./tasks.ts";

/** Parses files, and writes down what they became. Throws what the disk throws. */
export function parseInThread({ root, site, cacheFolder, paths }: ParseTask): ParseResult {
  const writer = new SegmentWriter(cacheFolder, randomUUID());
  try {
    return paths.map((path) => parseFile(path, readSource(root, path), site, writer).remembered);
  } finally {
    writer.close();
  }
}
