import { HUBS_KEY } from "../representation/storage-key.ts";
import type { Store } from "../store/store.ts";

/** Topics that a hub has not been told of yet, by hub. */
export type PendingPings = ReadonlyMap<string, readonly string[]>;

/** Reads what earlier publishes could not tell; damaged notes count as none. */
export async function readPendingPings(store: Store): Promise<PendingPings> {
  const stored = await store.get(HUBS_KEY);
  if (stored === null) return new Map();
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(stored.value));
    const pairs = Object.entries(typeof value === "object" && value !== null ? value : {});
    return new Map(
      pairs.map(([hub, topics]) => [hub, Array.isArray(topics) ? topics.map((topic) => String(topic)) : []]),
    );
  } catch {
    return new Map();
  }
}

/** Remembers what is left to tell. Costs a write only where that is not what was remembered `before`. */
export async function writePendingPings(
  store: Store,
  pending: PendingPings,
  before: PendingPings,
): Promise<void> {
  const text = textOf(pending);
  if (text === textOf(before)) return;
  if (pending.size === 0) await store.delete([HUBS_KEY]);
  else await store.put([{ key: HUBS_KEY, value: new TextEncoder().encode(text), metadata: null }]);
}

function textOf(pending: PendingPings): string {
  return JSON.stringify(Object.fromEntries([...pending].sort()));
}
