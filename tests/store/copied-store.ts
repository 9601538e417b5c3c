import type { StorageKey } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";

/** A store that holds what another does, so that what many tests begin with is published once. */
export async function copiedStore(from: MemoryStore): Promise<MemoryStore> {
  const store = new MemoryStore();
  for await (const { key } of from.list()) {
    const pair = await from.get(key as StorageKey);
    if (pair) await store.put([{ key: key as StorageKey, ...pair }]);
  }
  return store;
}
