import type { StorageKey } from "../../src/representation/storage-key.ts";
import type { ListedKey, Store, StoredValue, StoreEntry, StoreProgress } from "../../src/store/store.ts";

/** A store that tells what was asked of it, in order: `get /a`, `put /a /b`, `delete /a`. */
export class RecordingStore implements Store {
  readonly name = "recording";
  readonly asked: string[] = [];
  /** Comes before what is asked for: the moment in which somebody else may write. */
  before: (asked: string) => Promise<void> = async () => {};
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** What was put and deleted. */
  get writes(): string[] {
    return this.asked.filter((one) => !one.startsWith("get "));
  }

  async get(key: StorageKey): Promise<StoredValue | null> {
    await this.#note("get", [key]);
    return this.#store.get(key);
  }

  async getTexts(keys: readonly StorageKey[]): Promise<(string | null)[]> {
    await this.#note("get", keys);
    return this.#store.getTexts(keys);
  }

  async put(entries: readonly StoreEntry[], progress?: StoreProgress): Promise<void> {
    const keys = entries.map(({ key }) => key);
    await this.#note("put", keys);
    await this.#store.put(entries, progress);
  }

  async delete(keys: readonly StorageKey[], progress?: StoreProgress): Promise<void> {
    await this.#note("delete", keys);
    await this.#store.delete(keys, progress);
  }

  list(prefix?: string): AsyncIterable<ListedKey> {
    return this.#store.list(prefix);
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  async #note(verb: string, keys: readonly string[]): Promise<void> {
    const asked = [verb, ...keys].join(" ");
    await this.before(asked);
    this.asked.push(asked);
  }
}
