import { Readable } from "node:stream";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readBody, withoutCoding } from "../../src/doctor/visit/read-body.ts";

const TEXT = "Köln tides";
const MIB = 1024 * 1024;
const ZEROS = Buffer.alloc(MIB);
const bytes = (length: number) => Readable.from([Buffer.alloc(3), Buffer.alloc(length - 3)]);

describe("a body", () => {
  test("is read to its end", async () => {
    expect(await readBody(Readable.from([Buffer.from("Ti"), Buffer.from("de")]), MIB)).toEqual(
      Buffer.from("Tide"),
    );
  });

  test("may be as large as it may be, and is cut off behind that", async () => {
    expect(await readBody(bytes(MIB), MIB)).toHaveLength(MIB);
    const source = bytes(MIB + 1);
    await expect(readBody(source, MIB)).rejects.toMatchObject({
      fault: { kind: "size", what: "it is larger than 1 MiB" },
    });
    expect(source.destroyed).toBe(true);
  });
});

const decoded = (body: Buffer, coding: string) => {
  const text = withoutCoding(body, coding, MIB);
  return text && Buffer.from(text).toString();
};

describe("a body's content coding (RFC 9110 §8.4)", () => {
  test.for([
    { coding: "identity", body: Buffer.from(TEXT) },
    { coding: "gzip", body: gzipSync(TEXT) },
    { coding: " GZip ", body: gzipSync(TEXT) },
    { coding: "x-gzip", body: gzipSync(TEXT) },
    { coding: "br", body: brotliCompressSync(TEXT) },
    { coding: "deflate", body: deflateSync(TEXT) },
  ])("$coding is undone", ({ coding, body }) => {
    expect(decoded(body, coding)).toBe(TEXT);
  });

  test.for(["zstd", "br", "gzip, gzip", "__proto__", "constructor"])(
    "%s cannot be undone: it is unknown here, or not what the body has",
    (coding) => {
      expect(decoded(gzipSync(TEXT), coding)).toBeNull();
    },
  );

  test.for([
    { coding: "gzip", encode: gzipSync },
    { coding: "br", encode: brotliCompressSync },
    { coding: "deflate", encode: deflateSync },
  ])("$coding may hold as much as a body may be, and no byte more", ({ coding, encode }) => {
    expect(withoutCoding(encode(ZEROS), coding, MIB)).toHaveLength(MIB);
    expect(() => withoutCoding(encode(Buffer.alloc(MIB + 1)), coding, MIB)).toThrow("larger than 1 MiB");
  });
});
