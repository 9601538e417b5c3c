import { crc32, deflateSync } from "node:zlib";

/** A PNG of one colour: the smallest that every decoder takes. */
export function pngImage(width = 3, height = 2): Uint8Array {
  const row = Buffer.alloc(1 + width * 3, 0x80);
  row[0] = 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(body.byteLength + 8);
  frame.writeUInt32BE(data.byteLength, 0);
  frame.set(body, 4);
  frame.writeUInt32BE(crc32(body), body.byteLength + 4);
  return frame;
}

/** Sound without a sound: a header that decoders know. */
export function mp3Sound(bytes = 400): Uint8Array {
  return Buffer.concat([
    Buffer.from("ID3\u0003\u0000\u0000\u0000\u0000\u0000\u0000", "latin1"),
    Buffer.alloc(bytes - 10, 0x55),
  ]);
}
