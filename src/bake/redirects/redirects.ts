import type { Redirect } from "../../article/old-addresses.ts";
import type { Problem } from "../../article/problem.ts";
import type { Site } from "../../article/site.ts";
import type { ArticleRecords } from "../../ledger/records/article-records.ts";
import { markedIn } from "../../ledger/records/told-records.ts";
import { ALIASES } from "../../representation/addresses.ts";
import { isNeverServed } from "../../representation/own-addresses.ts";
import { listedQuery } from "../../representation/redirects/listed-query.ts";
import type { RedirectPattern, RedirectTarget } from "../../representation/redirects/pattern.ts";
import { longestFirst } from "../../representation/redirects/pattern.ts";
import type { RedirectTable } from "../../representation/redirects/table.ts";
import { storageKeyOfPath } from "../../representation/storage-key.ts";
import { articleAddresses } from "./article-addresses.ts";
import { circlingPatterns } from "./circling-patterns.ts";
import { ownPlaces } from "./own-place.ts";
import { storedRedirects } from "./packed-table.ts";
import type { Chains } from "./redirect-chains.ts";
import { chainEnds } from "./redirect-chains.ts";
import type { RedirectFault } from "./redirect-fault.ts";
import { CIRCLE, isTarget, redirectFault } from "./redirect-fault.ts";
import { redirectFrom } from "./redirect-from.ts";
import { rowsThroughPatterns } from "./rows-through-patterns.ts";

/** What answers the addresses that are no document's any more. */
export interface Past {
  /** From path to path or URL, for 301, each under a key of its own; no target is itself moved. */
  readonly moved: ReadonlyMap<string, string>;
  /** Paths that answer 410. */
  readonly gone: ReadonlySet<string>;
  /** Redirects without keys of their own. */
  readonly packed: RedirectTable;
  /** What the publisher wrote, by normalized path and query, with where it ends. */
  readonly written: ReadonlyMap<string, WrittenRedirect>;
  /** What is wrong with the redirects of site.toml and of `_redirects`. */
  readonly problems: readonly Problem[];
}

/** A redirect as its file has it. */
export interface WrittenRedirect {
  readonly from: string;
  readonly redirect: Redirect;
}

/**
 * Follows from the ledger, and from what site.toml and `_redirects` say, where old addresses lead. A
 * redirect may stand in for an article that was deleted, never for one that is there. `stored` has the
 * keys of what is published: a redirect under one of these stays there.
 */
export function pastOf(
  records: ArticleRecords,
  site: Site,
  stored: { has(key: string): boolean } = new Set(),
): Past {
  const problems: Problem[] = [];
  const { isLive, isKnown } = articleAddresses(records);
  const earlierKeys = new Set<string>();
  const rows = new Map<string, RedirectTarget>();
  const gone = new Set<string>();
  for (const { address, earlier, deleted } of markedIn(records)) {
    if (deleted !== null) gone.add(address);
    for (const one of earlier) {
      // A ledger may remember addresses that could never be served.
      const key = storageKeyOfPath(one);
      if (key === null || isNeverServed(key) || !isTarget(address)) continue;
      earlierKeys.add(key);
      if (deleted === null) rows.set(key, { to: address, status: 301 });
      else gone.add(key);
    }
  }

  const hasOwnKey = (key: string) =>
    earlierKeys.has(key) || ALIASES.has(key) || stored.has(key) || isKnown(key);
  const queries = [...site.redirectQueries];
  const placeOf = ownPlaces(site);
  const written = new Map<string, WrittenRedirect>();
  const patterns = new Map<RedirectPattern, WrittenRedirect>();
  const tell = ({ from, redirect: { file, line } }: WrittenRedirect, [message, severity]: RedirectFault) =>
    problems.push({ file, line, severity, message: `redirect from "${from}" ${message}` });
  for (const [from, redirect] of site.redirects) {
    const one = { from, redirect };
    const { to, status } = redirect;
    const place = redirectFrom(from);
    const fault = redirectFault(place, redirect, { isLive, queries, hasOwnKey });
    if (place === null || fault !== null) tell(one, fault ?? CIRCLE);
    else if (place.kind === "pattern") patterns.set({ from: place.key, to: placeOf(to), status }, one);
    else if (place.kind === "path" && status === 410 && hasOwnKey(place.key)) {
      rows.delete(place.key);
      gone.add(place.key);
    } else {
      const key = place.kind === "path" ? place.key : place.key + listedQuery(place.search, queries);
      rows.set(key, { to, status });
      written.set(key, one);
      gone.delete(key);
    }
  }

  const sorted = longestFirst([...patterns.keys()]);
  const all: Chains = { rows, patterns: sorted, queries, isLive, placeOf };
  const circling = circlingPatterns(all);
  for (const [pattern, one] of patterns) if (circling.has(pattern)) tell(one, CIRCLE);
  const chains = { ...all, patterns: all.patterns.filter((pattern) => !circling.has(pattern)) };
  const ends = chainEnds(chains);
  for (const [key, row] of [...rows]) {
    const end = ends.get(key) ?? null;
    if (end !== null) {
      rows.set(key, { ...row, to: end });
      continue;
    }
    const one = written.get(key);
    rows.delete(key);
    written.delete(key);
    if (one) tell(one, CIRCLE);
  }
  for (const [key, target] of rowsThroughPatterns(chains)) rows.set(key, target);
  const apart = storedRedirects(rows, chains.patterns, hasOwnKey, site, problems);
  return { ...apart, gone, written, problems };
}
