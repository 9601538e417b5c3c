/** What the address of a file that is published of a picture tells. */
export interface PictureName {
  /** Begins the SHA-256 of the original, in hexadecimal. */
  readonly original: string;
  readonly width: number;
  readonly height: number;
  /** Name of the recipe. */
  readonly recipe: string;
  readonly format: PictureFormat;
}

/** Formats of published pictures, with their media types. */
export const PICTURE_TYPES = {
  webp: "image/webp",
  jpg: "image/jpeg",
  png: "image/png",
  ico: "image/vnd.microsoft.icon",
  svg: "image/svg+xml",
} as const;

export type PictureFormat = keyof typeof PICTURE_TYPES;

const NAME = /^\/media\/([0-9a-f]{20})-(\d{1,6})x(\d{1,6})-(\d+[a-z]?)\.(webp|jpg|png|ico|svg)$/;

/**
 * `/media/{original}-{width}x{height}-{recipe}.{format}`: nothing in it depends on the bytes, which
 * encoders of other versions and processors make otherwise.
 */
export function pictureAddress({ original, width, height, recipe, format }: PictureName): string {
  return `/media/${original}-${width}x${height}-${recipe}.${format}`;
}

/** Reads such an address; null for any other. */
export function pictureName(address: string): PictureName | null {
  const [, original, width, height, recipe, format] = NAME.exec(address) ?? [];
  if (original === undefined || recipe === undefined || format === undefined) return null;
  return {
    original,
    width: Number(width),
    height: Number(height),
    recipe,
    format: format as PictureFormat,
  };
}

/** The beginning of a file's SHA-256, as addresses name it. */
export function originalName(sha256: string): string {
  return sha256.slice(0, 20);
}
