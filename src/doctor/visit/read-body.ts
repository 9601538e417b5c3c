import { brotliDecompressSync, gunzipSync, inflateSync } from "node:zlib";
import { FaultError } from "./fault-error.ts";
import { mebibytes } from "./limits.ts";

/** Reads a body to its end, and cuts it off where it grows too large. */
export async function readBody(source: AsyncIterable<Buffer>, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw tooLarge(mostBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Undoes a content coding (RFC 9110 §8.4), and stops where what comes out grows too large: a few
 * kilobytes can hold gigabytes. Null where it cannot be undone.
 */
export function withoutCoding(body: Buffer, coding: string, mostBytes: number): Uint8Array | null {
  const decode = DECODERS.get(coding.trim().toLowerCase());
  try {
    return decode ? decode(body, { maxOutputLength: mostBytes }) : null;
  } catch (cause) {
    // What is broken is another kind of error.
    if (cause instanceof RangeError) throw tooLarge(mostBytes);
    return null;
  }
}

type Decoder = (body: Buffer, options: { readonly maxOutputLength: number }) => Uint8Array;

/** The codings that readers take; what is coded twice is none of them. */
const DECODERS: ReadonlyMap<string, Decoder> = new Map<string, Decoder>([
  ["identity", (body) => body],
  ["gzip", gunzipSync],
  ["x-gzip", gunzipSync],
  ["br", brotliDecompressSync],
  ["deflate", inflateSync],
]);

function tooLarge(mostBytes: number): FaultError {
  return new FaultError({ kind: "size", what: `it is larger than ${mebibytes(mostBytes)}` });
}
