import { expect, test } from "vitest";
import type { BakedDocument } from "../../src/bake/document.ts";
import { knownDocuments } from "../../src/bake/known-documents.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";

const documentBut = (key: string, fields: Partial<BakedDocument>): BakedDocument => ({
  key: key as StorageKey,
  part: "other",
  record: { digest: `digest of ${key}`, edition: 1000 },
  representation: null,
  madeFrom: null,
  ...fields,
});

test("a later bake knows a document by what it was made from, and a page also by what it shows", () => {
  const documents = [
    documentBut("/a", { madeFrom: "tide 1" }),
    documentBut("/b", { madeFrom: "tide 2", shown: "the tide" }),
    documentBut("/c", { madeFrom: "tide 3", shown: null }),
    documentBut("/d", { shown: "the lock" }),
  ];
  expect([...knownDocuments(documents)]).toStrictEqual([
    ["/a", { madeFrom: "tide 1", digest: "digest of /a" }],
    ["/b", { madeFrom: "tide 2", digest: "digest of /b", shown: "the tide" }],
    ["/c", { madeFrom: "tide 3", digest: "digest of /c" }],
  ]);
});
