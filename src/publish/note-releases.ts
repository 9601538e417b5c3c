import type { Release } from "../representation/releases.ts";
import { decodeReleases, encodeReleases, RELEASES_KEY, topicsBetween } from "../representation/releases.ts";
import type { Store } from "../store/store.ts";

/**
 * Notes for the worker's cron trigger which feeds change by themselves later, and gives those that
 * changed since the note before: hubs are told of them once more, since nobody knows what came of it.
 * Costs a write where the note changes; without hubs there is none.
 */
export async function noteReleases(
  store: Store,
  hubs: readonly string[],
  releases: readonly Release[],
  now: number,
): Promise<readonly string[]> {
  if (hubs.length === 0) return [];
  const stored = (await store.get(RELEASES_KEY))?.value;
  const text = stored === undefined ? null : Buffer.from(stored).toString();
  const before = text === null ? null : decodeReleases(text);
  const wanted = releases.length === 0 ? null : encodeReleases({ hubs, releases });
  if (wanted !== text) {
    if (wanted === null) await store.delete([RELEASES_KEY]);
    else await store.put([{ key: RELEASES_KEY, value: Buffer.from(wanted), metadata: null }]);
  }
  return before === null ? [] : topicsBetween(before, 0, now);
}
