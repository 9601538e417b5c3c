/**
 * Whether a picture moves: a GIF of several images (GIF89a §20), a WebP with the flag (VP8X), a PNG
 * with `acTL` (APNG), an AVIF sequence. One frame of it would be another picture. Never throws.
 */
export function isAnimated(bytes: Uint8Array, type: string): boolean {
  return ANIMATED[type]?.(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) ?? false;
}

const ANIMATED: Readonly<Record<string, (bytes: Buffer) => boolean>> = {
  "image/gif": (bytes) => imagesOfGif(bytes) > 1,
  "image/webp": (bytes) => bytes.toString("latin1", 12, 16) === "VP8X" && ((bytes[20] ?? 0) & 2) !== 0,
  "image/png": hasAnimationControl,
  "image/avif": (bytes) => bytes.toString("latin1", 8, 12) === "avis",
};

/** It stands before the first data (PNG 3rd edition §11.3.6.1). */
function hasAnimationControl(bytes: Buffer): boolean {
  for (let at = 8; at + 8 <= bytes.byteLength; ) {
    const name = bytes.toString("latin1", at + 4, at + 8);
    if (name === "acTL") return true;
    if (name === "IDAT") return false;
    at += 12 + bytes.readUInt32BE(at);
  }
  return false;
}

/** Counts no further than two. */
function imagesOfGif(bytes: Buffer): number {
  const byte = (at: number) => bytes[at] ?? 0;
  const tableBytes = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const afterBlocks = (from: number) => {
    let at = from;
    while (byte(at) !== 0) at += byte(at) + 1;
    return at + 1;
  };
  let images = 0;
  for (let at = 13 + tableBytes(byte(10)); at < bytes.byteLength && images < 2; ) {
    const introducer = byte(at);
    if (introducer === 0x21) at = afterBlocks(at + 2);
    else if (introducer === 0x2c) {
      images += 1;
      at = afterBlocks(at + 11 + tableBytes(byte(at + 9)));
    } else break;
  }
  return images;
}
