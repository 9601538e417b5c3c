import type { Metadata, Sharp } from "sharp";

/** A file that every reader shows. */
export interface EncodedFallback {
  readonly format: "jpg" | "png";
  readonly bytes: Uint8Array;
}

/** A drawing or screenshot is worth a PNG so much longer than the JPEG of it, which blurs its letters. */
const PNG_MAY_BE = 1.5;

/** JPEG for photographs, PNG for what is transparent, and for drawings, where that is not much longer. */
export async function encodeFallback(
  picture: () => Sharp,
  quality: number,
  {
    format,
    isTransparent,
    isPalette,
  }: Pick<Metadata, "format" | "isPalette"> & { readonly isTransparent: boolean },
): Promise<EncodedFallback> {
  const png = () =>
    (isTransparent ? picture() : picture().removeAlpha())
      .png({ compressionLevel: 9, palette: isPalette })
      .toBuffer();
  if (isTransparent) return { format: "png", bytes: await png() };
  const jpeg = picture().jpeg({ quality }).toBuffer();
  if (format !== "png" && format !== "gif") return { format: "jpg", bytes: await jpeg };
  const [asPng, asJpeg] = await Promise.all([png(), jpeg]);
  return asPng.byteLength <= PNG_MAY_BE * asJpeg.byteLength
    ? { format: "png", bytes: asPng }
    : { format: "jpg", bytes: asJpeg };
}
