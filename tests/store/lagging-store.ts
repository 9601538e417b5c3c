import type { StorageKey } from "../../src/representation/storage-key.ts";
import type { ListedKey, Store, StoredValue, StoreEntry } from "../../src/store/store.ts";

/** Which answers of a store are old. Workers KV may do all three, each for a minute or more. */
export type Lag = "stale reads" | "stale lists" | "cached misses";

/**
 * A store whose answers lag behind its writes. `lag` remembers what it shows from then on, for some
 * keys or for all; `catchUp` ends that, by itself after so many reads where a number is given.
 */
export class LaggingStore implements Store {
  readonly name = "lagging";
  readonly #store: Store;
  readonly #reads = new Map<string, StoredValue | null>();
  #list: readonly ListedKey[] | null = null;
  #missesOf: "all" | null = null;
  readonly #misses = new Set<string>();
  #readsLeft = Infinity;

  constructor(store: Store) {
    this.#store = store;
  }

  /** From now on answers of this kind are as old as this moment. */
  async lag(kind: Lag, keys?: readonly StorageKey[]): Promise<void> {
    if (kind === "cached misses") this.#missesOf = "all";
    else {
      const listed: ListedKey[] = [];
      for await (const one of this.#store.list()) listed.push(one);
      if (kind === "stale lists") this.#list = listed;
      else
        for (const key of keys ?? listed.map(({ key }) => key as StorageKey))
          this.#reads.set(key, await this.#store.get(key));
    }
  }

  catchUp({ afterReads = 0 } = {}): void {
    this.#readsLeft = afterReads;
  }

  async get(key: StorageKey): Promise<StoredValue | null> {
    if (this.#readsLeft <= 0) this.#forget();
    this.#readsLeft -= 1;
    const old = this.#reads.get(key);
    if (old !== undefined) return old;
    if (this.#misses.has(key)) return null;
    const found = await this.#store.get(key);
    if (found === null && this.#missesOf !== null) this.#misses.add(key);
    return found;
  }

  async getTexts(keys: readonly StorageKey[]): Promise<(string | null)[]> {
    const found = await Promise.all(keys.map((key) => this.get(key)));
    return found.map((stored) => (stored ? new TextDecoder().decode(stored.value) : null));
  }

  put(entries: readonly StoreEntry[]): Promise<void> {
    return this.#store.put(entries);
  }

  delete(keys: readonly StorageKey[]): Promise<void> {
    return this.#store.delete(keys);
  }

  async *list(prefix = ""): AsyncGenerator<ListedKey> {
    if (this.#list === null) yield* this.#store.list(prefix);
    else yield* this.#list.filter(({ key }) => key.startsWith(prefix));
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  #forget(): void {
    this.#reads.clear();
    this.#misses.clear();
    this.#list = null;
    this.#missesOf = null;
    this.#readsLeft = Infinity;
  }
}
