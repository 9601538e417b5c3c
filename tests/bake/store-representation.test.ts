import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { storeRepresentation } from "../../src/bake/store-representation.ts";
import type { DocumentKind } from "../../src/representation/cache-policy.ts";
import { weakEntityTag } from "../../src/representation/entity-tag.ts";
import { encodeItemIndex } from "../../src/representation/item-index.ts";

const BODY = Array.from({ length: 300 }, (_, hour) => `At ${hour} the tide, ${(hour * 7919) % 1013}.`).join(
  "\n",
);
const INDEX = { headBytes: 3, separatorBytes: 1, items: [{ lengthBytes: 5, edition: 1000 }] };

function stored(kind: DocumentKind, body: string | Uint8Array = BODY, index?: typeof INDEX) {
  const metadata = {
    status: 200,
    kind,
    type: "text/plain",
    tag: weakEntityTag(1000, "ab".repeat(32), "cd".repeat(32)),
    lastModified: 1000,
    pollSeconds: 60,
    sizeBytes: body.length,
  };
  const representation = storeRepresentation(metadata, body, index);
  const { gzip, brotli, identity } = representation.metadata.stored;
  const partOf = (from: number, length: number) => representation.value.subarray(from, from + length);
  return {
    metadata,
    representation,
    gzip: partOf(0, gzip),
    brotli: partOf(gzip, brotli),
    identity: partOf(gzip + brotli, identity),
    index: representation.value.subarray(gzip + brotli + identity),
  };
}

describe("what is published is stored", () => {
  test.for([
    { kind: "feed", codings: ["gzip", "brotli"] },
    { kind: "archive", codings: ["gzip"] },
    { kind: "article", codings: ["gzip"] },
    { kind: "page", codings: ["gzip"] },
    { kind: "asset", codings: ["gzip", "brotli"] },
    { kind: "text", codings: ["gzip"] },
    { kind: "error", codings: ["gzip"] },
    { kind: "media", codings: ["identity"] },
    { kind: "moved", codings: ["identity"] },
  ] as const)("in $codings where it is of the kind $kind", ({ kind, codings }) => {
    const { gzip, brotli, identity, index } = stored(kind);
    const texts = Object.entries({
      gzip: gzip.length > 0 && gunzipSync(gzip),
      brotli: brotli.length > 0 && brotliDecompressSync(brotli),
      identity: identity.length > 0 && identity,
    }).flatMap(([name, bytes]) => (bytes === false ? [] : [[name, Buffer.from(bytes).toString()]]));
    expect(texts).toEqual(codings.map((name) => [name, BODY]));
    expect(index).toHaveLength(0);
  });

  test("with its metadata, and the length of each part", () => {
    const { metadata, representation, gzip, brotli } = stored("feed");
    expect(representation.metadata).toEqual({
      ...metadata,
      stored: { gzip: gzip.length, brotli: brotli.length, identity: 0, index: 0 },
    });
    expect(representation.value).toHaveLength(gzip.length + brotli.length);
  });

  test("with the index of its items behind the body", () => {
    const { index, representation } = stored("feed", BODY, INDEX);
    expect(Buffer.from(index)).toEqual(Buffer.from(encodeItemIndex(INDEX)));
    expect(representation.metadata.stored.index).toBe(index.length);
  });

  test("as the UTF-8 bytes of a text, or as the bytes that it is", () => {
    expect(Buffer.from(stored("media", "Чай").identity)).toEqual(Buffer.from("Чай"));
    expect([...stored("media", Uint8Array.of(255, 0)).identity]).toEqual([255, 0]);
  });

  test.for([
    { kind: "archive", level: 1 },
    { kind: "feed", level: 5 },
    { kind: "page", level: 4 },
  ] as const)("with gzip at level $level where it is of the kind $kind", ({ kind, level }) => {
    expect(Buffer.from(stored(kind).gzip)).toEqual(gzipSync(BODY, { level }));
  });

  test("with brotli at quality 7 and a window of 256 KiB", () => {
    const params = {
      [constants.BROTLI_PARAM_QUALITY]: 7,
      [constants.BROTLI_PARAM_LGWIN]: 18,
      [constants.BROTLI_PARAM_SIZE_HINT]: BODY.length,
    };
    expect(Buffer.from(stored("feed").brotli)).toEqual(brotliCompressSync(BODY, { params }));
  });
});
