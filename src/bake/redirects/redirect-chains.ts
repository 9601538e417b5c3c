import { isOwnAddress } from "../../representation/addresses.ts";
import { isLocation } from "../../representation/location.ts";
import { listedQuery } from "../../representation/redirects/listed-query.ts";
import type { RedirectPattern, RedirectTarget } from "../../representation/redirects/pattern.ts";
import { matchPatterns } from "../../representation/redirects/pattern.ts";
import { storageKeyOfPath } from "../../representation/storage-key.ts";

/** Redirects that may lead to each other. */
export interface Chains {
  /** By normalized path, with the listed query behind it. */
  readonly rows: ReadonlyMap<string, RedirectTarget>;
  /** The longest first. */
  readonly patterns: readonly RedirectPattern[];
  readonly queries: readonly string[];
  /** Whether an article has the path. */
  readonly isLive: (key: string) => boolean;
}

/**
 * The end of each row's chain; null of those that lead in a circle, or into one. Each row is followed
 * once, however long a chain is.
 */
export function chainEnds(chains: Chains): ReadonlyMap<string, string | null> {
  const ends = new Map<string, string | null>();
  for (const [from, { to }] of chains.rows) {
    const trail = new Set<string>();
    let key = from;
    let place = to;
    let end: string | null | undefined;
    while (end === undefined) {
      end = trail.has(key) ? null : ends.get(key);
      if (end !== undefined) break;
      trail.add(key);
      const next = nextKey(place, chains);
      const target = next === null ? undefined : targetOf(next, chains);
      if (next === null || target === undefined || target.status === 410) end = place;
      else [key, place] = [next, target.to];
    }
    for (const one of trail) if (!ends.has(one)) ends.set(one, end);
  }
  return ends;
}

/** The row that a target may have: none behind a fragment, or on another host. */
function nextKey(place: string, { queries }: Chains): string | null {
  if (!place.startsWith("/") || place.includes("#")) return null;
  const [path = ""] = place.split("?", 1);
  const query = listedQuery(place.slice(path.length), queries);
  const key = storageKeyOfPath(path);
  return key === null || (query === "" && path !== place) ? null : key + query;
}

function targetOf(key: string, { rows, patterns, isLive }: Chains): RedirectTarget | undefined {
  const row = rows.get(key);
  if (row !== undefined || key.includes("?") || isLive(key) || isOwnAddress(key)) return row;
  const target = matchPatterns(patterns, key);
  return target !== null && isLocation(target.to) ? target : undefined;
}
