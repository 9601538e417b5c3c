import type { OpenLocal } from "../../src/command/flags/setting.ts";
import { LocalStore } from "../../src/store/local-store.ts";
import type { Store } from "../../src/store/store.ts";
import { lockStore } from "../../src/store/store-lock.ts";

/** Runtimes that are kept at a time. */
const MOST_KEPT = 3;

interface Kept {
  readonly store: Promise<Store>;
  users: number;
}

/** By the folder of their state, the one that was opened last at the end. */
const kept = new Map<string, Kept>();

/**
 * Opens a store of this machine as a command does, on a runtime that stays for whoever opens the same
 * one after it: to start another takes a seventh of a second of processor time.
 */
export const openKept: OpenLocal = async ({ persistTo }, { writes }) => {
  const lock = writes ? await lockStore(persistTo) : null;
  const one = kept.get(persistTo) ?? { store: LocalStore.open(persistTo), users: 0 };
  kept.delete(persistTo);
  kept.set(persistTo, one);
  one.users += 1;
  const close = async () => {
    one.users -= 1;
    lock?.release();
    await endOldest();
  };
  try {
    return sharing(await one.store, close);
  } catch (cause) {
    kept.delete(persistTo);
    await close();
    throw cause;
  }
};

function sharing(store: Store, close: () => Promise<void>): Store {
  return {
    name: store.name,
    bucket: store.bucket ?? null,
    get: (key) => store.get(key),
    getTexts: (keys) => store.getTexts(keys),
    put: (entries, progress) => store.put(entries, progress),
    delete: (keys, progress) => store.delete(keys, progress),
    list: (prefix) => store.list(prefix),
    close,
  };
}

async function endOldest(): Promise<void> {
  const idle = [...kept].filter(([, { users }]) => users === 0);
  for (const [persistTo, { store }] of idle.slice(0, Math.max(0, kept.size - MOST_KEPT))) {
    kept.delete(persistTo);
    await (await store).close();
  }
}
