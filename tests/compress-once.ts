import { hash } from "node:crypto";
import { syncBuiltinESMExports } from "node:module";
import zlib from "node:zlib";

/** So much of what was compressed is kept at most. */
const MOST_BYTES = 64 * 2 ** 20;

/*
 * What was compressed once in this process is not compressed again: in `npm test` hundreds of sites are
 * baked from the same few articles, and each has the same pages and stylesheets. Node loads this before
 * all else (`--import`); `npm run test:all` does without.
 */
zlib.gzipSync = compressOnce(zlib.gzipSync);
zlib.brotliCompressSync = compressOnce(zlib.brotliCompressSync);
syncBuiltinESMExports();

type Compress<Options> = (body: zlib.InputType, options?: Options) => Buffer<ArrayBuffer>;

function compressOnce<Options>(compress: Compress<Options>): Compress<Options> {
  const kept = new Map<string, Buffer<ArrayBuffer>>();
  let keptBytes = 0;
  return (body, options) => {
    const bytes = typeof body === "string" || ArrayBuffer.isView(body) ? body : new Uint8Array(body);
    const key = `${JSON.stringify(options)} ${hash("sha256", bytes, "base64")}`;
    const before = kept.get(key);
    if (before !== undefined) return Buffer.from(before);
    const compressed = compress(body, options);
    keptBytes += compressed.byteLength;
    if (keptBytes > MOST_BYTES) {
      kept.clear();
      keptBytes = compressed.byteLength;
    }
    kept.set(key, Buffer.from(compressed));
    return compressed;
  };
}
