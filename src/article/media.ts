import type { ContentPath } from "./values.ts";

/** A file that articles show: its address follows from its bytes, so it never changes. */
export interface Media {
  readonly path: ContentPath;
  /** `/media/{hash}.{ext}`; of a picture that files were made of, that of its fallback. */
  readonly address: string;
  /** Media type, found in the bytes. */
  readonly type: string;
  readonly sizeBytes: number;
  /** SHA-256 of the file in the folder, in hexadecimal. */
  readonly sha256: string;
  readonly width: number | null;
  readonly height: number | null;
  /** There where a picture moves. */
  readonly animated?: true;
  /** What is published of a picture in its place. Type, length and size above are then those of the fallback. */
  readonly picture?: Picture;
  /** There where it is the site's icon. */
  readonly icon?: SiteIcon;
  /** Opens a file that may be larger than memory. */
  readonly open?: () => Promise<OpenedMedia>;
  /** Reads the bytes; called only where the store does not have them yet. */
  readonly read: () => Uint8Array;
}

/** What was found out of a media file. */
export type MediaFacts = Omit<Media, "path" | "picture" | "icon" | "open" | "read">;

/** A file of which parts can be read: what a `Blob` can do. */
export interface OpenedMedia {
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** What is published of a picture: none of it holds metadata of the camera or the place. */
export interface Picture {
  /** By width, for browsers to choose from. */
  readonly webp: readonly PictureFile[];
  /** For feeds, previews, and who asks for one picture. */
  readonly fallback: PictureFile;
}

/** One size of a picture. */
export interface PictureFile {
  /** `/media/{hash of the original}-{width}x{height}-{recipe}.{ext}`, whatever its bytes. */
  readonly address: string;
  /** Media type. */
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly sizeBytes: number;
  /** What was made for this publish; null where the store has it. */
  readonly made: MadeBytes | null;
}

/** What is published of the site's icon. */
export interface SiteIcon {
  /** Null where nothing could make them. */
  readonly forms: IconForms | null;
  /**
   * Whether the file itself is `linked` by pages, as it was before there were forms; `published`, since
   * articles show it; or `left-out`.
   */
  readonly original: "linked" | "published" | "left-out";
}

/** The forms in which browsers and readers ask for an icon. */
export interface IconForms {
  /** 16, 32 and 48 pixels in one file (ICO). */
  readonly ico: PictureFile;
  /** As large as RSS shows an image at most. */
  readonly small: PictureFile;
  readonly large: PictureFile;
  /** On a ground, for the home screen of a phone. */
  readonly touch: PictureFile;
  /** With room around it, for systems that cut icons into shapes. */
  readonly maskable: PictureFile;
  /** The icon in every size; null where it is no drawing, or pages link it as it came. */
  readonly drawing: PictureFile | null;
}

/** Bytes that wait on the disk. */
export interface MadeBytes {
  /** In hexadecimal. */
  readonly sha256: string;
  readonly read: () => Uint8Array;
}
