import type { RedirectTarget } from "../../representation/redirects/pattern.ts";
import { aroundHoles, fillHoles, holesOf, matchPatterns } from "../../representation/redirects/pattern.ts";
import { storageKeyOfPath } from "../../representation/storage-key.ts";
import type { Chains } from "./redirect-chains.ts";

/** More take two hops: each of many patterns may lead to each of many rows. */
const MOST_ROWS = 2000;

/**
 * Rows for paths that a pattern would lead to another row: so that it takes one hop, since the edge
 * reads one value. A path that has a row, an article or a longer pattern keeps what it has.
 */
export function rowsThroughPatterns({ rows, patterns, isLive }: Chains): ReadonlyMap<string, RedirectTarget> {
  const made = new Map<string, RedirectTarget>();
  for (const { from, to, status } of patterns) {
    if (status === 410 || !/^\/[^?#]*$/.test(to) || aroundHoles(to) === null) continue;
    const back = to.replace(":splat", "*");
    for (const [key, target] of rows) {
      if (made.size >= MOST_ROWS) return made;
      const values = key.includes("?") ? null : holesOf(back, key);
      const path = values && fillHoles(from.replace("*", ":splat"), values);
      // A hole that is not filled has a colon.
      const isPath = path !== null && storageKeyOfPath(path) === path;
      if (!isPath || rows.has(path) || made.has(path) || isLive(path)) continue;
      if (matchPatterns(patterns, path)?.to !== key) continue;
      made.set(path, target.status === 410 ? target : { ...target, status });
    }
  }
  return made;
}
