import { describe, expect, test } from "vitest";
import type { DocumentRecord } from "../../src/ledger/ledger.ts";
import { planPublish } from "../../src/publish/plan.ts";
import { bucketTotal, storedTotal } from "../../src/publish/stored-total.ts";
import { encodeMetadata } from "../../src/representation/encode-metadata.ts";
import type { RepresentationMetadata } from "../../src/representation/representation.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import type { StoreEntry } from "../../src/store/store.ts";
import { bakeFiles, DAY, NOW, publishFiles, stateOf } from "./publish-files.ts";
import { keyOf, representationOf } from "./wanted-site.ts";

const FILES = Object.fromEntries(
  Array.from({ length: 5 }, (_, n) => [`a${n}.md`, `# Number ${n}\n\n${"Text. ".repeat(200)}\n`]),
);

/** Names, metadata and values of documents, one after the other. */
async function heldBy(store: MemoryStore): Promise<number> {
  let bytes = 0;
  for await (const { key, metadata } of store.list("/")) {
    const stored = await store.get(key as never);
    bytes += key.length + JSON.stringify(metadata).length + (stored?.value.byteLength ?? 0);
  }
  return bytes;
}

test("what a plan comes to is what the store holds once it is carried out, the ledger aside", async () => {
  const store = new MemoryStore();
  await publishFiles(FILES, store, NOW);
  const { "a0.md": _, ...rest } = FILES;
  const next = { ...rest, "a1.md": "# Number 1\n\nShort.\n", "new.md": "# New\n\nNew.\n" };
  const state = await stateOf(store);
  const plan = planPublish(bakeFiles(next, state, NOW + DAY), state, Infinity);
  const told = await storedTotal(store, plan);
  await publishFiles(next, store, NOW + DAY);
  const documents = await heldBy(store);
  expect(told).toBeGreaterThanOrEqual(documents);
  // The ledger and the journal of this publish.
  expect(told - documents).toBeLessThan(5000);
});

describe("a document counts", () => {
  /** A document of ten bytes. */
  const document = (key: string, fields: Partial<RepresentationMetadata> = {}): StoreEntry => {
    const { metadata } = representationOf("0123456789");
    return {
      key: keyOf(key),
      value: new Uint8Array(10),
      metadata: encodeMetadata({ ...metadata, ...fields }),
    };
  };
  const sizeOf = ({ key, metadata }: StoreEntry) => key.length + JSON.stringify(metadata).length + 10;
  const nothing = { stages: [], ledger: [], delete: [] };
  const [one, other] = [document("/one"), document("/other")];

  async function storeOf(...entries: readonly StoreEntry[]) {
    const store = new MemoryStore();
    await store.put(entries);
    return store;
  }

  test("with its name, its metadata and its value", async () => {
    const store = await storeOf(one, other);
    expect(await storedTotal(store, nothing)).toBe(sizeOf(one) + sizeOf(other));
  });

  test("once, though it is written again", async () => {
    const store = await storeOf(one);
    const plan = { ...nothing, stages: [[one], [other]], ledger: [[{ ...other, key: keyOf("ledger") }]] };
    const ledgerBytes = sizeOf({ ...other, key: keyOf("ledger") });
    expect(await storedTotal(store, plan)).toBe(sizeOf(one) + sizeOf(other) + ledgerBytes);
  });

  test("no more where it is deleted", async () => {
    const store = await storeOf(one, other);
    expect(await storedTotal(store, { ...nothing, delete: [one.key] })).toBe(sizeOf(other));
  });

  test("with the table of its later states", async () => {
    const sealed = document("/one", { sealed: { at: 9, tableBytes: 300, digest: "0123456789" } });
    expect(await storedTotal(await storeOf(sealed), nothing)).toBe(sizeOf(sealed) + 300);
  });

  test("as its name alone where nothing is told of it", async () => {
    const foreign = { ...one, metadata: null };
    expect(await storedTotal(await storeOf(foreign), nothing)).toBe("/one".length + "null".length);
  });
});

test("what lies in the bucket is told by the ledger alone", () => {
  const inBucket = (sizeBytes: number): DocumentRecord => ({
    digest: "a",
    edition: 1,
    sizeBytes,
    inBucket: true,
  });
  const documents = new Map<string, DocumentRecord>([
    ["/media/a.mp3", inBucket(57_000_000)],
    ["/media/b.mp3", inBucket(3)],
    ["/media/c.png", { digest: "a", edition: 1, sizeBytes: 7 }],
  ]);
  expect(bucketTotal(documents.values())).toEqual({ files: 2, bytes: 57_000_003 });
});
