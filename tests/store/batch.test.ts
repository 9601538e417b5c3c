import { expect, test } from "vitest";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { packBatch } from "../../src/store/batch.ts";

const key = (text: string) => text as StorageKey;

test("a batch is the length of its list, the list, and the values one after the other", () => {
  const entries = [
    { key: key("/é"), value: new Uint8Array([1, 2, 3]), metadata: { n: 1 } },
    { key: key("/none"), value: new Uint8Array(), metadata: null },
    { key: key("/b"), value: new Uint8Array([4, 5]), metadata: null },
  ];
  const list = Buffer.from('[["/é",{"n":1},3],["/none",null,0],["/b",null,2]]');
  expect([...packBatch(entries)]).toEqual([list.byteLength, 0, 0, 0, ...list, 1, 2, 3, 4, 5]);
});

test("a length of more than a byte is written with its small end first", () => {
  const entries = [{ key: key(`/${"a".repeat(300)}`), value: new Uint8Array(), metadata: null }];
  const packed = packBatch(entries);
  const [low = 0, high = 0] = packed;
  expect(low + 256 * high).toBe(packed.byteLength - 4);
});

test("each value is read once, and not for its length where that is known", () => {
  const value = new Uint8Array([7]);
  let reads = 0;
  packBatch([
    {
      key: key("/a"),
      metadata: null,
      sizeBytes: 1,
      get value() {
        reads += 1;
        return value;
      },
    },
  ]);
  expect(reads).toBe(1);
});
