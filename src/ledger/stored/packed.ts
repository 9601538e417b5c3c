import { gunzipSync, gzipSync } from "node:zlib";

/** The first two bytes of gzip (RFC 1952 §2.3.1). */
const GZIP = [0x1f, 0x8b] as const;

/** Packs JSON as text: gzip in base64, because many texts are read from a store at once, and bytes singly. */
export function packText(json: string): string {
  return gzipSync(json).toString("base64");
}

/**
 * What was packed, as text or as bytes that hold it; bytes may also be gzip itself, which is how
 * ledgers of version 1 are stored. Null for what is neither.
 */
export function unpackText(packed: string | Uint8Array): string | null {
  try {
    return gunzipSync(gzipOf(packed)).toString("utf8");
  } catch {
    return null;
  }
}

function gzipOf(packed: string | Uint8Array): Uint8Array {
  if (typeof packed === "string") return Buffer.from(packed, "base64");
  const isGzip = GZIP.every((byte, index) => packed[index] === byte);
  return isGzip ? packed : Buffer.from(Buffer.from(packed).toString("latin1"), "base64");
}
