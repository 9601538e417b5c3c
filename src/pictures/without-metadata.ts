/**
 * A JPEG or PNG with the same pixels and nothing beside them that tells of a camera, a place or a
 * person; null where that cannot be cut out for certain. What follows the end of the picture goes too:
 * phones put films there.
 */
export function withoutMetadata(bytes: Uint8Array, format: "jpg" | "png"): Uint8Array | null {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = format === "png" ? pngChunks(whole) : jpegSegments(whole);
  return kept && Buffer.concat(kept);
}

/** What changes how pixels look (PNG 3rd edition §11); comments, dates, EXIF and profiles are none of it. */
const SHOWN = /^(?:IHDR|PLTE|IDAT|IEND|tRNS|sRGB|gAMA|cHRM|sBIT|bKGD|pHYs)$/;

function pngChunks(bytes: Buffer): Buffer[] | null {
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.byteLength; ) {
    const name = bytes.toString("latin1", at + 4, at + 8);
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.byteLength) return null;
    if (SHOWN.test(name)) kept.push(bytes.subarray(at, end));
    if (name === "IEND") return kept;
    at = end;
  }
  return null;
}

/** What stays of the segments of applications: JFIF's (APP0) and Adobe's (APP14), which tell how colours are coded. */
function isShown(marker: number, segment: Buffer): boolean {
  if (marker === 0xe0) return segment.toString("latin1", 4, 8) === "JFIF" && segment.byteLength <= 18;
  if (marker === 0xee) return segment.toString("latin1", 4, 9) === "Adobe";
  return !((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe);
}

/** Segments, and the coded data behind each start of scan (ITU-T T.81 §B.1). */
function jpegSegments(bytes: Buffer): Buffer[] | null {
  const kept = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.byteLength + 2; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || marker === 0) return null;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) return [...kept, bytes.subarray(at, at + 2)];
    if (at + 4 > bytes.byteLength) return null;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const segment = bytes.subarray(at, end);
    if (isShown(marker, segment)) kept.push(segment);
    const next = marker === 0xda ? endOfScan(bytes, end) : end;
    if (next > bytes.byteLength) return null;
    if (next > end) kept.push(bytes.subarray(end, next));
    at = next;
  }
  return null;
}

/** In coded data a marker's first byte is followed by zero, or by a restart (T.81 §B.1.1.5). */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.byteLength + 1;
}
