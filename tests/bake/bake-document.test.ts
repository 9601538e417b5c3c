import { hash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Document } from "../../src/bake/bake-document.ts";
import { bakeDocument } from "../../src/bake/bake-document.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";

const clock = () => 0;

function documentBut(fields: Partial<Document>): Document {
  return {
    key: "/a" as StorageKey,
    part: "other",
    kind: "text",
    type: "text/plain; charset=utf-8",
    status: 200,
    pollSeconds: 900,
    body: () => Buffer.from("The tide rises."),
    ...fields,
  };
}

describe("a document that was published", () => {
  const before = bakeDocument(documentBut({}), undefined, 1000, clock).record;

  test("is left alone while it is the same", () => {
    expect(bakeDocument(documentBut({}), before, 2000, clock)).toMatchObject({
      record: before,
      representation: null,
    });
  });

  test("that tells its own edition is rendered with the remembered one first", () => {
    const dated = documentBut({ body: (edition) => Buffer.from(`The tide rises, ${edition}.`) });
    const { record } = bakeDocument(dated, undefined, 1000, clock);
    expect(bakeDocument(dated, record, 2000, clock).representation).toBeNull();
  });

  test.for([
    { name: "another body", fields: { body: () => Buffer.from("The tide falls.") } },
    { name: "another media type", fields: { type: "text/html; charset=utf-8" } },
    { name: "another status", fields: { status: 404 } },
    { name: "another poll interval", fields: { pollSeconds: 60 } },
    { name: "another kind", fields: { kind: "page" } },
    { name: "another link", fields: { link: '<https://quay.example/a>; rel="self"' } },
    { name: "another memory", fields: { memory: ["earlier", 1] } },
  ] as readonly { name: string; fields: Partial<Document> }[])(
    "gets the new edition with $name",
    ({ fields }) => {
      const { record, representation } = bakeDocument(documentBut(fields), before, 2000, clock);
      expect(record.edition).toBe(2000);
      expect(representation?.metadata.lastModified).toBe(2000);
    },
  );
});

test("media whose hash is known are read only where the store does not have them", () => {
  const bytes = Buffer.from("not really a picture");
  let reads = 0;
  const picture = documentBut({
    kind: "media",
    fingerprint: { sha256: hash("sha256", bytes, "hex"), sizeBytes: bytes.byteLength },
    body: () => {
      reads += 1;
      return bytes;
    },
  });
  const { record } = bakeDocument(picture, undefined, 1000, clock);
  expect(reads).toBe(1);
  expect(bakeDocument(picture, record, 2000, clock).representation).toBeNull();
  expect(reads).toBe(1);
});
