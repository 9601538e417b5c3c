import { expect, test } from "vitest";
import { digestOf } from "../../src/article/digest.ts";

// Stores and ledgers remember digests: others would make everything look changed.
test.for([
  { text: "", digest: "47DEQpj8HBSa-_TImW-5JC" },
  { text: "abc", digest: "ungWv48Bz-pBQUDeXa4iI7" },
])('the digest of "$text" is the beginning of its SHA-256 in base64url (RFC 4648 §5)', ({ text, digest }) => {
  expect(digestOf(text)).toBe(digest);
});
