import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONTRACT_VERSION } from "../../src/representation/contract.ts";
import { decodeMetadata } from "../../src/representation/decode-metadata.ts";
import { encodeMetadata, MAX_METADATA_BYTES } from "../../src/representation/encode-metadata.ts";
import { weakEntityTag } from "../../src/representation/entity-tag.ts";
import { goneRepresentation, movedRepresentation } from "../../src/representation/moved.ts";
import type { RepresentationMetadata } from "../../src/representation/representation.ts";

const FEED: RepresentationMetadata = {
  status: 200,
  kind: "feed",
  type: "application/rss+xml; charset=utf-8",
  tag: weakEntityTag(1_760_000_000, "a".repeat(64), "b".repeat(64)),
  lastModified: 1_760_000_000,
  pollSeconds: 900,
  sizeBytes: 1000,
  stored: { gzip: 300, brotli: 200, identity: 0, index: 24 },
};

const metadata = fc.record(
  {
    status: fc.constantFrom(200, 404, 410),
    kind: fc.constantFrom("feed", "page", "asset", "media", "text", "error"),
    type: fc.constantFrom("text/html; charset=utf-8", "image/png"),
    tag: fc.constant(FEED.tag),
    lastModified: fc.nat(),
    pollSeconds: fc.nat(),
    sizeBytes: fc.nat(),
    stored: fc.record({ gzip: fc.nat(), brotli: fc.nat(), identity: fc.nat(), index: fc.nat() }),
    link: fc.stringMatching(/^[ -~]{0,300}$/),
    location: fc.constantFrom("/a", "https://elsewhere.example/b"),
  },
  { requiredKeys: ["status", "kind", "type", "tag", "lastModified", "pollSeconds", "sizeBytes", "stored"] },
);

describe("metadata", () => {
  test("is read back as it was written, through JSON, and fits", () => {
    fc.assert(
      fc.property(metadata, (one) => {
        const text = JSON.stringify(encodeMetadata(one));
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_METADATA_BYTES);
        expect(decodeMetadata(JSON.parse(text))).toEqual(one);
      }),
    );
  });

  test("of anything at all is read without a throw", () => {
    fc.assert(fc.property(fc.anything(), (anything) => void decodeMetadata(anything)));
  });

  test("leaves out a Link that does not fit: the document says the same", () => {
    const encoded = encodeMetadata({
      ...FEED,
      link: `<https://quay.example/${"a".repeat(1000)}>; rel="self"`,
    });
    expect(decodeMetadata(encoded)).toEqual(FEED);
  });

  test("that could not be read back is not written", () => {
    expect(() => encodeMetadata({ ...FEED, type: "text/html\r\nSet-Cookie: a=b" })).toThrow(RangeError);
    expect(() => encodeMetadata({ ...FEED, type: "a".repeat(MAX_METADATA_BYTES) })).toThrow(RangeError);
  });

  test.for([
    ["of the contract before", CONTRACT_VERSION - 1, true],
    ["of the first contract", 1, true],
    ["of no contract", 0, false],
    ["of the next contract", CONTRACT_VERSION + 1, false],
  ] as const)("%s is read: %s, %s", ([, version, readable]) => {
    expect(decodeMetadata({ ...encodeMetadata(FEED), v: version }) !== null).toBe(readable);
  });

  test.for([
    ["a status that no document has", { s: 500 }],
    ["an unknown kind", { k: "secret" }],
    ["a kind that every object has", { k: "constructor" }],
    ["a type with a line break", { t: "a\nb" }],
    ["a tag without quotes", { e: "abc" }],
    ["a negative length", { n: -1 }],
    ["a broken length", { l: [0, 0.5, 0, 0] }],
    ["lengths that are no list", { l: "300" }],
    ["a target on another host without a scheme", { r: "//elsewhere.example" }],
    ["a target with a backslash", { r: "/\\elsewhere.example" }],
    ["a target that is a script", { r: "javascript:alert(1)" }],
    ["a target with a blank", { r: "/a b" }],
  ] as const)("with %s is refused", ([, change]) => {
    expect(decodeMetadata({ ...encodeMetadata(FEED), ...change })).toBeNull();
  });
});

describe("moved and gone", () => {
  test("a short target stands in the metadata, a long one in the body", () => {
    const short = movedRepresentation("/new", 1_760_000_000);
    expect([short.metadata.location, short.value.byteLength]).toEqual(["/new", 0]);
    const target = `/${"a".repeat(2000)}`;
    const long = movedRepresentation(target, 1_760_000_000, 308);
    expect([long.metadata.location, Buffer.from(long.value).toString()]).toEqual([undefined, target]);
    expect(decodeMetadata(encodeMetadata(long.metadata))).toEqual(long.metadata);
  });

  test.for([
    "//elsewhere.example/",
    "elsewhere",
    "javascript:alert(1)",
    "/a\nb",
    "/é",
    `/${"a".repeat(9000)}`,
  ])("%s is no target", (target) => {
    expect(() => movedRepresentation(target, 1)).toThrow(RangeError);
  });

  test("a deleted document takes one small key without a body", () => {
    const { metadata, value } = goneRepresentation(1_760_000_000);
    expect([metadata.status, value.byteLength]).toEqual([410, 0]);
    expect(decodeMetadata(encodeMetadata(metadata))).toEqual(metadata);
  });
});
