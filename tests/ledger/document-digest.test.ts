import { expect, test } from "vitest";
import { documentDigest } from "../../src/ledger/document-digest.ts";

test("documents whose lasting metadata differ have different digests", () => {
  expect(documentDigest('{"etag":"a1"}')).not.toBe(documentDigest('{"etag":"a2"}'));
});

test("the digest of a document stays what it is through every version: ledgers remember it", () => {
  expect(documentDigest('{"etag":"a1"}')).toBe("ieYeWI4DfCXchRMoPAbnEV");
});
