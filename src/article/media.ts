import type { ContentPath } from "./values.ts";

/** A file that articles show: its address follows from its bytes, so it never changes. */
export interface Media {
  readonly path: ContentPath;
  /** `/media/{hash}.{ext}` */
  readonly address: string;
  /** Media type, found in the bytes. */
  readonly type: string;
  readonly sizeBytes: number;
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
  /** Reads the bytes; called only where the store does not have them yet. */
  readonly read: () => Uint8Array;
}

/** What was found out of a media file. */
export type MediaFacts = Omit<Media, "path" | "read">;
