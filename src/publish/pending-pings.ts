import { HUBS_KEY } from "../representation/storage-key.ts";
import type { Store } from "../store/store.ts";
import type { Topic } from "./topics.ts";

/** Topics that a hub has not been told of yet, by hub. */
export type PendingPings = ReadonlyMap<string, readonly string[]>;

/**
 * Notes in the store what hubs are to be told, with what they missed before. Done before the publish,
 * it outlives one that is killed on its way to them. Costs no write where there is nothing new to note.
 */
export async function notePings(
  store: Store,
  hubs: readonly string[],
  topics: readonly Topic[],
): Promise<PendingPings> {
  if (hubs.length === 0) return new Map();
  const before = await readPendingPings(store);
  const news = hubs
    .map((hub) => [hub, [...new Set([...(before.get(hub) ?? []), ...topics.map(({ url }) => url)])]] as const)
    .filter(([, urls]) => urls.length > 0);
  if (news.length > 0) await writePendingPings(store, new Map(news), before);
  return new Map(news);
}

/** Reads what earlier publishes could not tell; damaged notes count as none. */
async function readPendingPings(store: Store): Promise<PendingPings> {
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
