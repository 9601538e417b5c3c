import { hash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { bakeDocument, keptDocument } from "../../src/bake/bake-document.ts";
import type { BakedDocument, Document } from "../../src/bake/document.ts";
import { storeRepresentation } from "../../src/bake/store-representation.ts";
import type { DocumentRecord } from "../../src/ledger/ledger.ts";
import { encodeItemIndex } from "../../src/representation/item-index.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";

/** Bakes a document of which the record of an earlier bake is given. */
function bakeAt(edition: number, document: Document, before?: DocumentRecord): BakedDocument {
  return bakeDocument(document, {
    edition,
    before: new Map(before ? [[document.key, before]] : []),
    store: storeRepresentation,
  });
}

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
  const recordBefore = () => bakeAt(1000, documentBut({})).record;

  test("is left alone while it is the same", () => {
    const before = recordBefore();
    expect(bakeAt(2000, documentBut({}), before)).toMatchObject({
      record: before,
      representation: null,
    });
  });

  test("that tells its own edition is rendered with the remembered one first", () => {
    const dated = documentBut({ body: (edition) => Buffer.from(`The tide rises, ${edition}.`) });
    const { record } = bakeAt(1000, dated);
    expect(bakeAt(2000, dated, record).representation).toBeNull();
  });

  test("is no more than its record where it is the same", () => {
    const before = recordBefore();
    expect(bakeAt(2000, documentBut({}), before)).toEqual({
      key: "/a",
      part: "other",
      record: before,
      representation: null,
    });
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
      const { record, representation } = bakeAt(2000, documentBut(fields), recordBefore());
      expect(record.edition).toBe(2000);
      expect(representation?.metadata.lastModified).toBe(2000);
    },
  );
});

describe("a document that is asked for though it did not change", () => {
  const again = (keys: readonly string[], before: DocumentRecord) =>
    bakeDocument(documentBut({}), {
      edition: 2000,
      before: new Map([["/a", before]]),
      store: storeRepresentation,
      again: new Set(keys),
    });

  test("is given of its old edition, and no other is", () => {
    const first = bakeAt(1000, documentBut({}));
    expect(again(["/a"], first.record)).toEqual(first);
    expect(again(["/b"], first.record).representation).toBeNull();
  });
});

describe("a file that is saved under a name", () => {
  const named = (text: string) =>
    documentBut({ disposition: 'inline; filename="a.pdf"', body: () => Buffer.from(text) });

  test("is written again where it is another one, and not for its name", () => {
    const unnamed = bakeAt(1000, documentBut({ body: () => Buffer.from("one") })).record;
    expect(bakeAt(2000, named("one"), unnamed).record).toBe(unnamed);
    expect(bakeAt(2000, named("two"), unnamed).record.edition).toBe(2000);
  });
});

test("a document that is to stay, and is not there, is a fault", () => {
  expect(() => keptDocument("/media/a" as StorageKey, { before: new Map() })).toThrow(
    new RangeError("/media/a is to stay, and is not there"),
  );
});

describe("a feed that gets a new edition", () => {
  test("has it, though it says what it said", () => {
    const { record } = bakeAt(1000, documentBut({}));
    expect(bakeAt(2000, documentBut({ isRenewed: true }), record).record.edition).toBe(2000);
    expect(bakeAt(2000, documentBut({ isRenewed: false }), record).record.edition).toBe(1000);
  });
});

describe("a document that an earlier bake knows", () => {
  const unread = () => {
    throw new Error("it was rendered");
  };
  const known = documentBut({ isKnown: true, body: unread });
  const recordBefore = () => bakeAt(1000, documentBut({})).record;

  test("is not rendered", () => {
    const record = recordBefore();
    expect(bakeAt(2000, known, record)).toMatchObject({ record, representation: null });
  });

  test("is rendered where it is not known", () => {
    const document = documentBut({ isKnown: false, body: unread });
    expect(() => bakeAt(2000, document, recordBefore())).toThrow("it was rendered");
  });

  test("and is rendered where the store lost it, or where it gets a new edition", () => {
    expect(() => bakeAt(2000, known)).toThrow("it was rendered");
    expect(() => bakeAt(2000, { ...known, isRenewed: true }, recordBefore())).toThrow("it was rendered");
  });
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
  const { record } = bakeAt(1000, picture);
  expect(reads).toBe(1);
  expect(bakeAt(2000, picture, record).representation).toBeNull();
  expect(reads).toBe(1);
});

describe("the metadata of a document", () => {
  const sha256 = hash("sha256", "The tide rises.", "hex");
  const metadataOf = (fields: Partial<Document>) =>
    bakeAt(1000, documentBut(fields)).representation?.metadata;

  test("say what it is, when it changed and how long it is", () => {
    expect(metadataOf({})).toStrictEqual({
      status: 200,
      kind: "text",
      type: "text/plain; charset=utf-8",
      tag: `W/"1000.${sha256.slice(0, 6)}${sha256.slice(0, 10)}"`,
      lastModified: 1000,
      pollSeconds: 900,
      sizeBytes: 15,
      stored: expect.anything(),
    });
  });

  test("have a tag that tells the settings, where there are any", () => {
    expect(metadataOf({ settings: "5e771465" })?.tag).toBe(`W/"1000.5e7714${sha256.slice(0, 10)}"`);
  });

  test("of media have a strong tag, since they are served in ranges (RFC 9110 §8.8.1)", () => {
    expect(metadataOf({ kind: "media" })?.tag).toBe(`"${sha256.slice(0, 32)}"`);
  });

  test("count the bytes of a text, not its characters", () => {
    expect(metadataOf({ body: () => "Прилив." })?.sizeBytes).toBe(13);
  });

  test("have a link and a memory where the document has them", () => {
    const link = '<https://quay.example/a>; rel="self"';
    expect(metadataOf({ link, memory: ["earlier", 1] })).toMatchObject({ link, memory: ["earlier", 1] });
  });
});

test("the items of a feed are found in the edition that is stored", () => {
  const index = (edition: number) => ({
    headBytes: 1,
    separatorBytes: 0,
    items: [{ lengthBytes: 2, edition }],
  });
  const { representation } = bakeAt(1000, documentBut({ kind: "feed", index }));
  const { gzip = 0, brotli = 0 } = representation?.metadata.stored ?? {};
  expect(Buffer.from(representation?.value.subarray(gzip + brotli) ?? [])).toEqual(
    Buffer.from(encodeItemIndex(index(1000))),
  );
});
