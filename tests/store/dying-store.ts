import type { StorageKey } from "../../src/representation/storage-key.ts";
import type { ListedKey, Store, StoredValue, StoreEntry } from "../../src/store/store.ts";

/** Thrown where a process would have been killed. */
export class Killed extends Error {
  override readonly name = "Killed";
}

/**
 * A store whose publisher is killed after so many single writes and deletions. The entries of one
 * `put` are written in any order, as parallel writes are: `shuffle` says in which. `die` is called
 * with the next one under way; it throws unless it really ends the process.
 */
export class DyingStore implements Store {
  readonly name = "dying";
  readonly #store: Store;
  readonly #shuffle: <T>(items: readonly T[]) => T[];
  readonly #die: () => void;
  #writesLeft: number;

  constructor(
    store: Store,
    writesLeft: number,
    shuffle: <T>(items: readonly T[]) => T[],
    die: () => void = throwKilled,
  ) {
    this.#store = store;
    this.#writesLeft = writesLeft;
    this.#shuffle = shuffle;
    this.#die = die;
  }

  get(key: StorageKey): Promise<StoredValue | null> {
    return this.#store.get(key);
  }

  getTexts(keys: readonly StorageKey[]): Promise<(string | null)[]> {
    return this.#store.getTexts(keys);
  }

  async put(entries: readonly StoreEntry[]): Promise<void> {
    for (const entry of this.#shuffle(entries)) {
      await this.#spend(() => this.#store.put([entry]));
    }
  }

  async delete(keys: readonly StorageKey[]): Promise<void> {
    for (const key of this.#shuffle(keys)) {
      await this.#spend(() => this.#store.delete([key]));
    }
  }

  list(prefix?: string): AsyncIterable<ListedKey> {
    return this.#store.list(prefix);
  }

  close(): Promise<void> {
    return this.#store.close();
  }

  async #spend(write: () => Promise<void>): Promise<void> {
    if (this.#writesLeft === 0) {
      if (this.#die !== throwKilled) void write();
      this.#die();
    }
    this.#writesLeft -= 1;
    await write();
  }
}

function throwKilled(): void {
  throw new Killed();
}

/** Orders items by a number, the same way each time (a linear congruential generator). */
export function shuffledBy(seed: number): <T>(items: readonly T[]) => T[] {
  let state = seed;
  const next = () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state;
  };
  return (items) =>
    items
      .map((item) => ({ item, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item);
}
