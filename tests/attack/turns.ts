import type { StorageKey } from "../../src/representation/storage-key.ts";
import type { ListedKey, Store, StoredValue, StoreEntry, StoreProgress } from "../../src/store/store.ts";
import { shuffledBy } from "../store/dying-store.ts";

/** Numbers from 0 to below `below`, the same ones each time (mulberry32). */
export function chanceOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/**
 * Lets tasks go on one at a time: each waits for its turn before every step, and chance says whose is
 * next once all of them wait. So an interleaving is real, and the same each time.
 */
export class Turns {
  readonly #chance: (below: number) => number;
  /** Of a hundred turns, how many go to the task that had the last. */
  readonly #staying: number;
  readonly #waiting = new Map<number, () => void>();
  #live: number;
  #last = 0;

  constructor(tasks: number, seed: number) {
    this.#live = tasks;
    this.#chance = chanceOf(seed);
    this.#staying = this.#chance(4) * 30;
  }

  /** Waits until it is the task's turn. */
  wait(task: number): Promise<void> {
    const turn = new Promise<void>((resolve) => this.#waiting.set(task, resolve));
    this.#next();
    return turn;
  }

  /** A task that ended has no turn any more. */
  end(): void {
    this.#live -= 1;
    this.#next();
  }

  #next(): void {
    if (this.#waiting.size < this.#live || this.#live === 0) return;
    const tasks = [...this.#waiting.keys()].sort();
    const stays = this.#waiting.has(this.#last) && this.#chance(100) < this.#staying;
    const task = stays ? this.#last : (tasks[this.#chance(tasks.length)] ?? 0);
    const go = this.#waiting.get(task);
    this.#waiting.delete(task);
    this.#last = task;
    go?.();
  }
}

/** A store as one of several tasks sees it: every read, and every pair that is written, is a turn. */
export class TakingTurns implements Store {
  readonly name = "taking turns";
  readonly #store: Store;
  readonly #turn: () => Promise<void>;
  readonly #shuffle: <T>(items: readonly T[]) => T[];
  /** Pairs that were written or deleted. */
  written = 0;

  constructor(store: Store, turn: () => Promise<void>, seed: number) {
    this.#store = store;
    this.#turn = turn;
    this.#shuffle = shuffledBy(seed);
  }

  async get(key: StorageKey): Promise<StoredValue | null> {
    await this.#turn();
    return this.#store.get(key);
  }

  async getTexts(keys: readonly StorageKey[]): Promise<(string | null)[]> {
    await this.#turn();
    return this.#store.getTexts(keys);
  }

  async put(entries: readonly StoreEntry[], progress?: StoreProgress): Promise<void> {
    for (const entry of this.#shuffle(entries)) {
      await this.#turn();
      await this.#store.put([entry]);
      this.written += 1;
    }
    progress?.(entries.length);
  }

  async delete(keys: readonly StorageKey[], progress?: StoreProgress): Promise<void> {
    for (const key of this.#shuffle(keys)) {
      await this.#turn();
      await this.#store.delete([key]);
      this.written += 1;
    }
    progress?.(keys.length);
  }

  async *list(prefix?: string): AsyncGenerator<ListedKey> {
    await this.#turn();
    const listed: ListedKey[] = [];
    for await (const one of this.#store.list(prefix)) listed.push(one);
    yield* listed;
  }

  async close(): Promise<void> {}
}
