import { expect, onTestFinished, test, vi } from "vitest";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { RemoteStore } from "../../src/store/remote-store.ts";
import type { StoreEntry } from "../../src/store/store.ts";
import { HASTY, setUp } from "./remote-namespace.ts";

const TOO_MUCH = { kind: "status", status: 413, code: 10_024, message: "too large" } as const;

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
  const list = texts(5, 10);
  await store.put(list);
  cloudflare.seen.length = 0;
  cloudflare.fault = ({ body }) => (JSON.parse(body.toString()).keys.length > 2 ? TOO_MUCH : null);
  const read = await store.getTexts(list.map(({ key }) => key));
  expect(read).toEqual(list.map(({ value }) => Buffer.from(value).toString()));
  const asked = cloudflare.seen.map(({ body }) => JSON.parse(body.toString()));
  expect(asked.map(({ keys }) => keys.length)).toEqual([5, 3, 2, 1, 2]);
  expect(new Set(asked.map(({ type }) => type))).toEqual(new Set(["text"]));
});

test("an answer of many texts has more time than a small one", async () => {
  const { namespace, cloudflare } = await setUp();
  const { fetch } = globalThis;
  vi.stubGlobal("fetch", async (...request: Parameters<typeof fetch>) => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    return fetch(...request);
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  const hasty = new RemoteStore(cloudflare.account, namespace.id, { ...HASTY, attempts: 1, answerMs: 0 });
  expect(await hasty.getTexts(texts(5, 10).map(({ key }) => key))).toEqual(Array(5).fill(null));
});

test("another refusal than of too much is a fault, however many are asked for", async () => {
  const { cloudflare, store } = await setUp();
  cloudflare.fault = () => ({ kind: "status", status: 400, code: 10_012, message: "no text" });
  await expect(store.getTexts(texts(2, 10).map(({ key }) => key))).rejects.toThrow("no text");
  expect(cloudflare.seen).toHaveLength(1);
});

test("a connection that breaks off is a fault, and no reason to ask by halves", async () => {
  const { cloudflare, store } = await setUp();
  cloudflare.fault = () => ({ kind: "reset" });
  await expect(store.getTexts(texts(2, 10).map(({ key }) => key))).rejects.toThrow("cannot be reached");
  expect(cloudflare.seen).toHaveLength(HASTY.attempts);
});

test("a text that is refused by itself is a fault", async () => {
  const { cloudflare, store } = await setUp();
  cloudflare.fault = () => TOO_MUCH;
  await expect(store.getTexts(["ledger/0001" as StorageKey])).rejects.toThrow("at most 25 MiB");
  expect(cloudflare.seen).toHaveLength(1);
});
