import { isOwnAddress } from "../../representation/addresses.ts";
import { isLocation } from "../../representation/location.ts";
import { listedQuery } from "../../representation/redirects/listed-query.ts";
import type { RedirectPattern, RedirectTarget } from "../../representation/redirects/pattern.ts";
import { aroundHoles, holesOf, matchPatterns } from "../../representation/redirects/pattern.ts";
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

/**
 * The patterns that may lead in a circle, or into one: each leads to a path that the next may match.
 * What leads to nothing of the kind is taken away until nothing more goes.
 */
export function circlingPatterns({ patterns, rows, isLive }: Chains): ReadonlySet<RedirectPattern> {
  const sources = new Map<RedirectPattern, RedirectPattern[]>(patterns.map((one) => [one, []]));
  const ways = new Map<RedirectPattern, number>();
  for (const one of patterns) {
    const isEnd = one.status === 410 || !one.to.startsWith("/") || isLive(one.to) || rows.has(one.to);
    const targets = isEnd ? [] : patterns.filter(({ from }) => mayMatch(one.to, from));
    ways.set(one, targets.length);
    for (const target of targets) sources.get(target)?.push(one);
  }
  const ending = patterns.filter((one) => ways.get(one) === 0);
  for (const one of ending) {
    for (const source of sources.get(one) ?? []) {
      const left = (ways.get(source) ?? 0) - 1;
      ways.set(source, left);
      if (left === 0) ending.push(source);
    }
  }
  return new Set(patterns.filter((one) => ways.get(one) !== 0));
}

/** Whether a target, whatever stands in its holes, may be a path of a pattern; in doubt it may. */
function mayMatch(to: string, from: string): boolean {
  const [path = ""] = to.split(/[?#]/, 1);
  if (aroundHoles(path) === null) return holesOf(from, storageKeyOfPath(path) ?? "") !== null;
  const target = path.replace(":splat", "*").split("/");
  const pattern = from.split("/");
  const [targetStar, patternStar] = [target, pattern].map((one) =>
    one.findIndex((word) => word.includes("*")),
  );
  if (targetStar === -1 && target.length < pattern.length) return false;
  // A splat that is empty leaves one segment less.
  if (patternStar === -1 && pattern.length < target.length - (targetStar === -1 ? 0 : 1)) return false;
  if (targetStar === -1 && patternStar === -1 && target.length !== pattern.length) return false;
  return meet(target, pattern, "head") && meet(target.reverse(), pattern.reverse(), "tail");
}

/** Whether segments may be the same up to the first `*` of either side. */
function meet(some: readonly string[], others: readonly string[], end: "head" | "tail"): boolean {
  for (const [at, one] of some.entries()) {
    const other = others[at];
    if (other === undefined) return true;
    const [a, b] = [one, other].map((word) => aroundHoles(word)?.[end === "head" ? 0 : 1] ?? word);
    if (a === undefined || b === undefined) return true;
    const isAlike = end === "head" ? a.startsWith(b) || b.startsWith(a) : a.endsWith(b) || b.endsWith(a);
    const isWhole = a === one && b === other;
    if (isWhole ? a !== b : !isAlike) return false;
    if (one.includes("*") || other.includes("*")) return true;
  }
  return true;
}

/**
 * Rows for paths that a pattern would lead to another row: so that it takes one hop, since the edge
 * reads one value. A path that has a row, an article or a longer pattern keeps what it has.
 */
export function rowsThroughPatterns({ rows, patterns, isLive }: Chains): ReadonlyMap<string, RedirectTarget> {
  const made = new Map<string, RedirectTarget>();
  for (const pattern of patterns) {
    if (pattern.status === 410 || !/^\/[^?#]*$/.test(pattern.to) || aroundHoles(pattern.to) === null)
      continue;
    const back = pattern.to.replace(":splat", "*");
    for (const [key, { to }] of rows) {
      const values = key.includes("?") ? null : holesOf(back, key);
      const from =
        values &&
        pattern.from
          .replace(/:([a-z]\w*)/gi, (hole, name: string) => values.get(name) ?? hole)
          .replace("*", () => values.get("splat") ?? "*");
      if (
        from === null ||
        from.includes("*") ||
        rows.has(from) ||
        isLive(from) ||
        storageKeyOfPath(from) !== from
      )
        continue;
      if (matchPatterns(patterns, from)?.to === key) made.set(from, { to, status: pattern.status });
    }
  }
  return made;
}
