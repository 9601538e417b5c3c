import { describe, expect, test } from "vitest";
import type { Ledger } from "../../src/ledger/ledger.ts";
import { sealedDigest } from "../../src/ledger/sealed.ts";
import { sealMark, storedDocuments } from "../../src/ledger/stored-documents.ts";
import { changeBut, ledgerBut } from "./records.ts";

const NOW = { digest: "now", edition: 1000 };
const THEN = { digest: "then", edition: 2000 };
const LAST = { digest: "last", edition: 3000 };

/** What a store holds under `/a`. */
function storedAt(present: typeof NOW | null, later: Readonly<Record<number, typeof NOW | null>> = {}) {
  const sealed = Object.entries(later).map(([at, record]) =>
    changeBut({ at: Number(at), documents: [["/a", record]] }),
  );
  const fields: Partial<Ledger> = { documents: new Map(present ? [["/a", present]] : []), sealed };
  return storedDocuments(ledgerBut(fields)).get("/a");
}

test("a store holds nothing where the ledger knows no document", () => {
  expect(storedDocuments(ledgerBut({}))).toEqual(new Map());
});

describe("a document lies in the store", () => {
  test("without a mark where nothing comes later", () => {
    expect(storedAt(NOW)).toStrictEqual({ digest: "now", seal: "" });
  });

  test("with the instant of what comes next, and the digest of all that comes", () => {
    const digest = sealedDigest([
      { at: 2000, record: THEN },
      { at: 3000, record: LAST },
    ]);
    expect(storedAt(NOW, { 2000: THEN, 3000: LAST })).toStrictEqual({
      digest: "now",
      seal: sealMark(undefined, { at: 2000, digest }),
    });
  });

  test("as what it will be, with the instant from which it is there", () => {
    expect(storedAt(null, { 2000: THEN })).toStrictEqual({
      digest: "then",
      seal: sealMark(2000, undefined),
    });
  });

  test("as what it will be first, with the instant of what follows then", () => {
    const digest = sealedDigest([
      { at: 2000, record: THEN },
      { at: 3000, record: null },
    ]);
    expect(storedAt(null, { 2000: THEN, 3000: null })).toStrictEqual({
      digest: "then",
      seal: sealMark(2000, { at: 3000, digest }),
    });
  });

  test("as one that nobody knows, where it is said to go before it came", () => {
    expect(storedAt(null, { 2000: null })?.digest).toBe("");
  });
});

test("a mark is empty, or tells from when a document is there, when it changes, and to what", () => {
  const next = { at: 3000, digest: "abc" };
  expect([
    sealMark(undefined, undefined),
    sealMark(2000, undefined),
    sealMark(undefined, next),
    sealMark(2000, next),
  ]).toEqual(["", "[2000,null,null]", '[null,3000,"abc"]', '[2000,3000,"abc"]']);
});
