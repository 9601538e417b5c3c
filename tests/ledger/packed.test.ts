import { gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { packText, unpackText } from "../../src/ledger/stored/packed.ts";

const JSON_TEXT = '{"title":"Ebb é 潮"}';

test("what is packed is gzip in base64 (RFC 1952, RFC 4648 §4)", () => {
  expect(Buffer.from(packText(JSON_TEXT), "base64")).toEqual(gzipSync(JSON_TEXT));
});

test("every text comes back as it was packed", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(unpackText(packText(text))).toBe(text);
    }),
  );
});

test.for([
  { name: "text", packed: packText(JSON_TEXT) },
  { name: "bytes that hold the text", packed: new TextEncoder().encode(packText(JSON_TEXT)) },
  { name: "gzip itself, as version 1 of the ledger", packed: new Uint8Array(gzipSync(JSON_TEXT)) },
])("what was packed is read from $name", ({ packed }) => {
  expect(unpackText(packed)).toBe(JSON_TEXT);
});

test.for([
  { name: "text that is not packed", packed: JSON_TEXT },
  { name: "no text", packed: "" },
  { name: "no bytes", packed: new Uint8Array() },
  { name: "bytes that begin like gzip", packed: new Uint8Array([0x1f, 0x8b, 0]) },
  { name: "bytes of which only the first is that of gzip", packed: new Uint8Array([0x1f, 0x8a, 0]) },
])("$name cannot be unpacked", ({ packed }) => {
  expect(unpackText(packed)).toBeNull();
});
