import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_KEY_BYTES, storageKeyOfPath } from "../../src/representation/storage-key.ts";
import { ANY_PATH } from "../any-text.ts";

test.for([
  ["/", "/"],
  ["/articles/harbour", "/articles/harbour"],
  ["/a%7Eb", "/a~b"],
  ["/caf%c3%a9", "/caf%C3%A9"],
  ["/café", "/caf%C3%A9"],
  ["/a+b", "/a%2Bb"],
] as const)("%s stands under %s: every spelling has one key (RFC 3986 §6.2.2)", ([path, key]) => {
  expect(storageKeyOfPath(path)).toBe(key);
});

test.for([
  "",
  "ledger",
  "//ledger",
  "/a//b",
  "/a%2Fb",
  "/a%5Cb",
  "/%00",
  "/%ff",
  "/%",
  "/%2e%2e/ledger",
  "/a/%2E",
])("%s has no key", (path) => {
  expect(storageKeyOfPath(path)).toBeNull();
});

test("a key begins with a slash, fits KV and is its own path", () => {
  fc.assert(
    fc.property(ANY_PATH, (path) => {
      const key = storageKeyOfPath(path);
      if (key === null) return;
      expect(key.startsWith("/")).toBe(true);
      expect(Buffer.byteLength(key)).toBeLessThanOrEqual(MAX_KEY_BYTES);
      expect(storageKeyOfPath(key)).toBe(key);
    }),
  );
});
