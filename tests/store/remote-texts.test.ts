import { expect, test } from "vitest";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import type { StoreEntry } from "../../src/store/store.ts";
import { setUp } from "./remote-namespace.ts";

/** So many texts of so many bytes each. */
function texts(count: number, size: number): StoreEntry[] {
  return Array.from({ length: count }, (_, n) => {
    const key = `ledger/${n}` as StorageKey;
    return { key, value: Buffer.from(key.padEnd(size, "x")), metadata: null };
  });
}

test("many texts are read by a hundred, several requests at a time", async () => {
  const { cloudflare, store } = await setUp();
  const list = texts(250, 10);
  await store.put(list);
  cloudflare.seen.length = 0;
  const read = await store.getTexts(list.map(({ key }) => key));
  expect(read).toEqual(list.map(({ value }) => Buffer.from(value).toString()));
  expect(cloudflare.seen.map(({ body }) => JSON.parse(body.toString()).keys.length)).toEqual([100, 100, 50]);
});

test("texts that are too much for one answer are asked for by halves", async () => {
  const { cloudflare, store } = await setUp();
  const list = texts(6, 5_000_000);
  await store.put(list);
  cloudflare.seen.length = 0;
  const read = await store.getTexts(list.map(({ key }) => key));
  expect(read.map((text) => text?.length)).toEqual(list.map(() => 5_000_000));
  expect(cloudflare.seen.map(({ body }) => JSON.parse(body.toString()).keys.length)).toEqual([6, 3, 3]);
});

test("a text that is refused by itself is a fault", async () => {
  const { cloudflare, store } = await setUp();
  cloudflare.fault = () => ({ kind: "status", status: 413, code: 10_024, message: "too large" });
  await expect(store.getTexts(["ledger/0001" as StorageKey])).rejects.toThrow("25 MiB at most");
  expect(cloudflare.seen).toHaveLength(1);
});
