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

/** The same of a file that is there, and its row among those that are remembered, as long as it is the same. */
export interface RecalledFile extends RememberedFile {
  readonly row?: number;
}
