import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { planPublish } from "../../src/publish/plan.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { LEDGER_KEY, ledgerShardKey } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { bakeFiles, HOUR, NOW, publishFiles, stateOf } from "./publish-files.ts";

const FILES = { "tide.md": "# Tide\n\nIt rises.\n", "lock.md": "# Lock\n\nIt opens.\n" };

/** A store whose ledger lies there as version 1 wrote it: shards in bytes. */
async function olderStore(): Promise<MemoryStore> {
  const store = new MemoryStore();
  await publishFiles(FILES, store, NOW);
  const bytesOf = async (key: StorageKey) => (await store.get(key))?.value ?? new Uint8Array();
  const head = JSON.parse(gunzipSync(await bytesOf(LEDGER_KEY)).toString());
  const shard = Buffer.from(Buffer.from(await bytesOf(ledgerShardKey(1))).toString(), "base64");
  const oldHead = gzipSync(JSON.stringify({ ...head, version: 1 }));
  await store.put([
    { key: ledgerShardKey(1), value: shard, metadata: null },
    { key: LEDGER_KEY, value: oldHead, metadata: (await store.get(LEDGER_KEY))?.metadata },
  ]);
  return store;
}

test("a ledger of version 1 is no reason to write anything", async () => {
  const state = await stateOf(await olderStore());
  expect(planPublish(bakeFiles(FILES, state, NOW + HOUR), state, Infinity)).toMatchObject({
    put: 0,
    delete: [],
  });
});

test("a publish over a ledger of version 1 leaves what one over a new ledger leaves", async () => {
  const [older, newer] = [await olderStore(), new MemoryStore()];
  await publishFiles(FILES, newer, NOW);
  for (const store of [older, newer]) {
    await publishFiles({ ...FILES, "lock.md": "# Lock\n\nIt shuts.\n" }, store, NOW + HOUR);
  }
  for await (const { key } of newer.list()) {
    expect(await older.get(key as StorageKey)).toEqual(await newer.get(key as StorageKey));
  }
});
