import type { Problem } from "../article/problem.ts";
import type { Site } from "../article/site.ts";
import { SETTINGS_FILE } from "../article/site.ts";
import type { ArticleRecord } from "../ledger/ledger.ts";
import { ALIASES, isNeverServed } from "../representation/addresses.ts";
import { isLocation, MAX_LOCATION_BYTES } from "../representation/location.ts";
import { storageKeyOfPath } from "../representation/storage-key.ts";

/** What answers the addresses that are no document's any more. */
export interface Past {
  /** From path to path or URL, for 301; no target is itself moved. */
  readonly moved: ReadonlyMap<string, string>;
  /** Paths that answer 410. */
  readonly gone: ReadonlySet<string>;
  /** What is wrong with the redirects of site.toml. */
  readonly problems: readonly Problem[];
}

/**
 * Follows from the ledger, and from site.toml's redirects, where old addresses lead. A redirect may
 * stand in for an article that was deleted, never for one that is there.
 */
export function pastOf(records: readonly ArticleRecord[], site: Site): Past {
  const problems: Problem[] = [];
  const live = new Set<string>();
  const moved = new Map<string, string>();
  const gone = new Set<string>();
  for (const { address, earlier, deleted } of records) {
    if (deleted === null) live.add(address);
    else gone.add(address);
    for (const one of earlier) {
      // A ledger may remember addresses that could never be served.
      const key = storageKeyOfPath(one);
      if (key === null || isNeverServed(key) || !isTarget(address)) continue;
      if (deleted === null) moved.set(key, address);
      else gone.add(key);
    }
  }
  for (const [from, to] of site.redirects) {
    const wrong = (message: string, severity: Problem["severity"] = "error") =>
      problems.push({
        file: SETTINGS_FILE,
        line: null,
        severity,
        message: `redirect from "${from}" ${message}`,
      });
    const key = storageKeyOfPath(from);
    if (key === null) wrong('is not a path; write one that begins with a slash, such as "/old"');
    else if (isNeverServed(key)) wrong("is never asked for here: Cloudflare answers below /cdn-cgi itself");
    else if (ALIASES.has(key))
      wrong("would never be followed, since the site has its own there, so it is left out", "warning");
    else if (live.has(key)) wrong("would hide the article at that address, so it is left out", "warning");
    else if (!isTarget(to))
      wrong(`leads to "${to}"; write a path such as "/new", or a URL of up to ${MAX_LOCATION_BYTES} bytes`);
    else {
      moved.set(key, to);
      gone.delete(key);
    }
  }
  for (const from of site.redirects.keys()) {
    const key = storageKeyOfPath(from);
    if (key === null || endOf(key, moved) !== null) continue;
    moved.delete(key);
    problems.push({
      file: SETTINGS_FILE,
      line: null,
      severity: "error",
      message: `redirect from "${from}" leads back to itself; let it lead to a page`,
    });
  }
  return {
    moved: new Map([...moved.keys()].map((from) => [from, endOf(from, moved) ?? "/"])),
    gone,
    problems,
  };
}

/** The end of a chain of redirects; null where it is a circle. */
function endOf(from: string, moved: ReadonlyMap<string, string>): string | null {
  let place = from;
  for (let steps = 0; steps <= moved.size; steps += 1) {
    const next = moved.get(storageKeyOfPath(place) ?? "");
    if (next === undefined) return place;
    place = next;
  }
  return null;
}

/** What can stand in a `Location`, and what a browser takes for a URL. */
function isTarget(to: string): boolean {
  if (!isLocation(to)) return false;
  if (!to.startsWith("/")) return URL.canParse(to);
  const key = storageKeyOfPath(to.replace(/[?#].*$/s, ""));
  return key !== null && !isNeverServed(key);
}
