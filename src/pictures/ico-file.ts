const HEADER_BYTES = 6;
const ENTRY_BYTES = 16;

/**
 * Puts square pictures (PNG, each with its edge in pixels, below 256) into one ICO file, which every
 * browser since Internet Explorer 11 reads (Microsoft, "Icons in Win32"; WHATWG MIME Sniffing §6.1).
 */
export function icoFile(pictures: readonly (readonly [edge: number, png: Uint8Array])[]): Uint8Array {
  const header = Buffer.alloc(HEADER_BYTES + ENTRY_BYTES * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.byteLength;
  for (const [at, [edge, png]] of pictures.entries()) {
    const entry = HEADER_BYTES + ENTRY_BYTES * at;
    header.set([edge, edge], entry);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.byteLength, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.byteLength;
  }
  return Buffer.concat([header, ...pictures.map(([, png]) => png)]);
}
