import type { OpenLocal } from "../command/open-store.ts";
import type { Store } from "../store/store.ts";

/** A store that stays open from one bake to the next, which saves each a second. */
export interface KeptStore {
  readonly open: OpenLocal;
  /** Closes it; the next bake opens it anew. Never fails. */
  drop(): Promise<void>;
}

/** Keeps what `open` opens, until `stop` is given off: then it is closed, and never opened again. */
export function keepStore(open: OpenLocal, stop: AbortSignal): KeptStore {
  let kept: Store | null = null;
  stop.addEventListener("abort", () => void drop());
  const drop = async () => {
    const dropped = kept;
    kept = null;
    await dropped?.close().catch(() => undefined);
  };
  return {
    async open(flags, needs) {
      stop.throwIfAborted();
      kept ??= await open(flags, needs);
      if (stop.aborted) await drop();
      stop.throwIfAborted();
      return stayingOpen(kept);
    },
    drop,
  };
}

/** The same store, which its user cannot close. */
function stayingOpen(store: Store): Store {
  return {
    name: store.name,
    get: (key) => store.get(key),
    getTexts: (keys) => store.getTexts(keys),
    put: (entries, progress) => store.put(entries, progress),
    delete: (keys, progress) => store.delete(keys, progress),
    list: (prefix) => store.list(prefix),
    close: async () => undefined,
  };
}
