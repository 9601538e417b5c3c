import { describe, expect, test } from "vitest";
import { documentDigest, UNKNOWN_DIGEST } from "../../src/ledger/document-digest.ts";
import { surveyStore } from "../../src/publish/survey.ts";
import { encodeMetadata, lastingMetadata } from "../../src/representation/encode-metadata.ts";
import type { RepresentationMetadata } from "../../src/representation/representation.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { keyOf, representationOf } from "./wanted-site.ts";

/** A store with such metadata under such keys. */
async function storeOf(metadata: Readonly<Record<string, unknown>>): Promise<MemoryStore> {
  const store = new MemoryStore();
  const value = new Uint8Array([1]);
  await store.put(Object.entries(metadata).map(([key, metadata]) => ({ key: keyOf(key), value, metadata })));
  return store;
}

const { metadata } = representationOf("/a");

test("a document is told by its metadata: digest, edition, and the memory beside it", async () => {
  const remembering: RepresentationMetadata = { ...metadata, memory: ["earlier", 3] };
  const { documents, foreign } = await surveyStore(await storeOf({ "/a": encodeMetadata(remembering) }));
  const digest = documentDigest(lastingMetadata(remembering));
  expect([...documents]).toEqual([
    ["/a", { metadata: remembering, record: { digest, edition: metadata.lastModified }, seal: "" }],
  ]);
  expect(foreign).toEqual([]);
});

test("of a file in the bucket and of a picture its length is remembered, of the first also where it lies", async () => {
  const media: RepresentationMetadata = { ...metadata, kind: "media", sizeBytes: 7 };
  const inBucket: RepresentationMetadata = {
    ...media,
    inBucket: true,
    stored: { gzip: 0, brotli: 0, identity: 0, index: 0 },
  };
  const picture = `/media/${"0".repeat(20)}-640x480-1.webp`;
  const { documents } = await surveyStore(
    await storeOf({ "/media/a.mp3": encodeMetadata(inBucket), [picture]: encodeMetadata(media) }),
  );
  const record = (key: string) => documents.get(key)?.record;
  expect(record("/media/a.mp3")).toMatchObject({ sizeBytes: 7, inBucket: true });
  expect(Object.keys(record(picture) ?? {}).sort()).toEqual(["digest", "edition", "sizeBytes"]);
});

test.for([
  { name: "of the contract before", stored: { ...encodeMetadata(metadata), v: 1 } },
  { name: "with a field that this contract does not have", stored: { ...encodeMetadata(metadata), z: 1 } },
])("a document $name has a digest that equals nothing", async ({ stored }) => {
  const { documents } = await surveyStore(await storeOf({ "/a": stored }));
  expect(documents.get("/a")?.record.digest).toBe(UNKNOWN_DIGEST);
});

describe("what is no document", () => {
  test.for(["ledger", "ledger/0001", "journal", "hubs"])("%s is the publisher's own", async (key) => {
    expect(await surveyStore(await storeOf({ [key]: { edition: 1 } }))).toEqual({
      documents: new Map(),
      foreign: [],
    });
  });

  test.for(["ledgers", "journal/1", "hubs-of-others", "/theirs", "counter"])(
    "%s belongs to somebody else",
    async (key) => {
      expect(await surveyStore(await storeOf({ [key]: null }))).toEqual({
        documents: new Map(),
        foreign: [key],
      });
    },
  );
});
