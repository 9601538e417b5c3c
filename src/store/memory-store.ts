import type { StorageKey } from "../representation/storage-key.ts";
import { MemoryBucket } from "./memory-bucket.ts";
import type { ListedKey, Store, StoredValue, StoreEntry, StoreProgress } from "./store.ts";

/** A store that forgets when the process ends. */
export class MemoryStore implements Store {
  readonly name = "memory";
  readonly bucket = new MemoryBucket();
  readonly #values = new Map<string, StoredValue>();

  async get(key: StorageKey): Promise<StoredValue | null> {
    return this.#values.get(key) ?? null;
  }

  async getTexts(keys: readonly StorageKey[]): Promise<(string | null)[]> {
    const values = keys.map((key) => this.#values.get(key)?.value);
    return values.map((value) => (value ? new TextDecoder().decode(value) : null));
  }

  async put(entries: readonly StoreEntry[], progress?: StoreProgress): Promise<void> {
    for (const { key, value, metadata } of entries) {
      this.#values.set(key, { value: value.slice(), metadata: structuredClone(metadata) });
    }
    progress?.(entries.length);
  }

  async delete(keys: readonly StorageKey[], progress?: StoreProgress): Promise<void> {
    for (const key of keys) this.#values.delete(key);
    progress?.(keys.length);
  }

  async *list(prefix = ""): AsyncGenerator<ListedKey> {
    const keys = [...this.#values.keys()].filter((key) => key.startsWith(prefix));
    for (const key of keys.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))) {
      yield { key, metadata: this.#values.get(key)?.metadata ?? null };
    }
  }

  async close(): Promise<void> {}
}
