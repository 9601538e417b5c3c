import { describe, expect, test } from "vitest";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { LEDGER_KEY, ledgerShardKey, NOT_FOUND_KEY } from "../../src/representation/storage-key.ts";
import type { Store, StoreEntry } from "../../src/store/store.ts";

const key = (text: string) => text as StorageKey;
const bytes = (...values: number[]) => new Uint8Array(values);

/** What every store does, wherever it keeps its pairs. `open` gives an empty one. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`${name} as a store`, () => {
    test("gives null for what is not there", async () => {
      expect(await (await open()).get(key("/nothing"))).toBeNull();
    });

    test.for([
      { name: "no bytes", value: bytes() },
      { name: "every byte", value: Uint8Array.from({ length: 256 }, (_, n) => n) },
      { name: "a megabyte", value: new Uint8Array(1_000_000).fill(7) },
    ])("gives back $name as they were put", async ({ value }) => {
      const store = await open();
      await store.put([{ key: key("/bytes"), value, metadata: null }]);
      expect(Buffer.from((await store.get(key("/bytes")))?.value ?? []).equals(value)).toBe(true);
    });

    test.for([
      { name: "none", metadata: null },
      { name: "nested values", metadata: { v: 2, l: [1, 2, 3], h: ["article", 0, null, { a: true }] } },
      { name: "text of every kind", metadata: { t: 'é 例 😀 " \\ %41 +&=' } },
    ])("keeps metadata: $name", async ({ metadata }) => {
      const store = await open();
      await store.put([{ key: key("/m"), value: bytes(1), metadata }]);
      expect((await store.get(key("/m")))?.metadata).toEqual(metadata);
      for await (const listed of store.list()) expect(listed).toEqual({ key: "/m", metadata });
    });

    test("reads many texts in the order of their keys, and null for what is not there", async () => {
      const store = await open();
      const texts = ["", "plain", 'é 例 😀 " \\ %41', "x".repeat(100_000)];
      await store.put(
        texts.map((text, n) => ({ key: key(`ledger/${n}`), value: Buffer.from(text), metadata: null })),
      );
      const asked = ["ledger/2", "ledger/none", "ledger/0", "ledger/3", "ledger/1"].map(key);
      expect(await store.getTexts(asked)).toEqual([texts[2], null, texts[0], texts[3], texts[1]]);
      expect(await store.getTexts([])).toEqual([]);
    });

    test("a second put takes the place of value and metadata", async () => {
      const store = await open();
      await store.put([{ key: key("/a"), value: bytes(1), metadata: { n: 1 } }]);
      await store.put([{ key: key("/a"), value: bytes(2), metadata: null }]);
      expect(await store.get(key("/a"))).toEqual({ value: bytes(2), metadata: null });
    });

    test("what is put is not what the caller goes on writing into", async () => {
      const store = await open();
      const value = bytes(1, 2, 3);
      await store.put([{ key: key("/a"), value, metadata: null }]);
      value.fill(9);
      expect((await store.get(key("/a")))?.value).toEqual(bytes(1, 2, 3));
    });

    test.for([
      "/a%20b",
      "/%E4%BE%8B",
      "/a+b&c=d",
      "/a.b~c_d-e",
      "/",
      LEDGER_KEY,
      ledgerShardKey(1),
      NOT_FOUND_KEY,
    ])("takes the key %s to the letter", async (text) => {
      const store = await open();
      await store.put([{ key: key(text), value: bytes(1), metadata: null }]);
      expect(await store.get(key(text))).not.toBeNull();
      for await (const listed of store.list()) expect(listed.key).toBe(text);
    });

    test("deletes what is there, and does not mind what is not", async () => {
      const store = await open();
      await store.put([entry("/a"), entry("/b")]);
      await store.delete([key("/a"), key("/never")]);
      expect(await keysIn(store)).toEqual(["/b"]);
    });

    test("lists by the bytes of names, and by their beginning", async () => {
      const store = await open();
      const names = ["/z", "/B", "/a", "/a/b", "ledger", "/a-b", "ledger/0001", "/%E4"];
      await store.put(names.map((name) => entry(name)));
      expect(await keysIn(store)).toEqual([
        "/%E4",
        "/B",
        "/a",
        "/a-b",
        "/a/b",
        "/z",
        "ledger",
        "ledger/0001",
      ]);
      expect(await keysIn(store, "/a")).toEqual(["/a", "/a-b", "/a/b"]);
      expect(await keysIn(store, "nothing")).toEqual([]);
    });

    test("tells how far it is, and ends on the whole", async () => {
      const store = await open();
      const told: string[] = [];
      await store.put([entry("/a"), entry("/b")], (done) => told.push(`${done} put`));
      await store.delete([key("/a"), key("/b")], (done) => told.push(`${done} deleted`));
      expect(told).toEqual(["2 put", "2 deleted"]);
    });

    test("takes no progress where nobody asks for it, and no prefix where all is asked for", async () => {
      const store = await open();
      await store.put([entry("/a")]);
      expect(await keysIn(store)).toEqual(["/a"]);
      await store.delete([key("/a")]);
      expect(await keysIn(store)).toEqual([]);
    });

    test("nothing to do is nothing done", async () => {
      const store = await open();
      await store.put([]);
      await store.delete([]);
      expect(await keysIn(store)).toEqual([]);
    });
  });
}

/** A small pair. */
export function entry(name: string): StoreEntry {
  return { key: key(name), value: bytes(1), metadata: { k: name } };
}

/** What a store lists. */
export async function keysIn(store: Store, prefix?: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix)) keys.push(key);
  return keys;
}
