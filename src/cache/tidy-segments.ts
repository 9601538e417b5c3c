import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { RememberedFile } from "./remembered-file.ts";
import type { SegmentWriter } from "./segment.ts";
import type { Segments } from "./segments.ts";

/** Segments that may lie side by side before they are put together. */
const MOST_SEGMENTS = 16;

/** After this long a file that nothing names was left by a bake that was killed. */
const FORGOTTEN_MS = 24 * 60 * 60 * 1000;

type Files = ReadonlyMap<string, RememberedFile>;

/** Where segments are read and begun. */
interface SegmentDisk {
  readonly segments: Segments;
  /** Null where the disk takes none. */
  newSegment(): SegmentWriter | null;
}

/** Whether so many segments lie side by side that they are put together. */
export function areManySegments(segments: ReadonlySet<string>): boolean {
  return segments.size > MOST_SEGMENTS;
}

/** Puts all segments but the largest together. What is damaged is left out. The same where the disk takes nothing. */
export function packSegments(files: Files, disk: SegmentDisk): Files {
  const sizes = new Map<string, number>();
  for (const { place } of files.values()) {
    sizes.set(place.segment, (sizes.get(place.segment) ?? 0) + place.text[1]);
  }
  const writer = disk.newSegment();
  if (writer === null) return files;
  const [largest] = [...sizes].sort(([, a], [, b]) => b - a)[0] ?? [];
  const packed = [...files].flatMap(([path, file]): [string, RememberedFile][] => {
    const { segment, outcome, text } = file.place;
    if (segment === largest) return [[path, file]];
    const reader = disk.segments.reader(segment);
    const [outcomeBytes, textBytes] = [reader.outcome(outcome), reader.text(text)];
    if (outcomeBytes === null || textBytes === null) return [];
    // Copies: the reader goes on to the next while the writer still holds these.
    const place = writer.add(Buffer.from(outcomeBytes), Buffer.from(textBytes));
    return [[path, { stamp: file.stamp, sha256: file.sha256, place }]];
  });
  writer.flush();
  return new Map(packed);
}

/**
 * Removes the segments that were named `before` and are not `now`, and of all files but `kept` what was
 * forgotten long ago. Any other may belong to a bake that is under way.
 */
export function sweepSegments(
  folder: string,
  kept: ReadonlySet<string>,
  before: ReadonlySet<string>,
  now: ReadonlySet<string>,
  nowMs: number,
): void {
  for (const name of readdirSync(folder)) {
    const [segment = ""] = name.split(".");
    if (kept.has(name) || now.has(segment)) continue;
    const file = join(folder, name);
    try {
      if (before.has(segment) || statSync(file).mtimeMs < nowMs - FORGOTTEN_MS)
        rmSync(file, { force: true, recursive: true });
    } catch {
      // Another bake was faster, or the next one is luckier.
    }
  }
}

/** The segments that files lie in. */
export function segmentsOf(files: Iterable<RememberedFile>): ReadonlySet<string> {
  const segments = new Set<string>();
  for (const { place } of files) segments.add(place.segment);
  return segments;
}
