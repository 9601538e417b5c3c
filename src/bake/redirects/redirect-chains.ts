import { correctedAddresses } from "../../representation/corrected-addresses.ts";
import { isLocation } from "../../representation/location.ts";
import { isOwnAddress } from "../../representation/own-addresses.ts";
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
  /** A target as a path, where it is one of this site. */
  readonly placeOf: (to: string) => string;
}

/** What is asked for, and where it leads. */
interface Step {
  readonly key: string;
  readonly to: string;
  /** Whether the target can stand for what led here: no fragment, query or other spelling is lost. */
  readonly isExact: boolean;
}

/**
 * The end of each row's chain; null of those that lead in a circle, or into one, also where the edge
 * would correct an address on the way. Each row is followed once, however long a chain is.
 */
export function chainEnds(chains: Chains): ReadonlyMap<string, string | null> {
  const ends = new Map<string, string | null>();
  for (const [key, { to, status }] of chains.rows) {
    const trail = new Map<string, Step>();
    let step: Step | null = { key, to, isExact: true };
    while (step !== null && !ends.has(step.key) && !trail.has(step.key)) {
      trail.set(step.key, step);
      step = status === 410 ? null : nextStep(step.to, chains);
    }
    // What comes back to its own trail has no end.
    let end = step === null ? undefined : (ends.get(step.key) ?? null);
    let isExact = step?.isExact;
    for (const one of [...trail.values()].reverse()) {
      if (end === undefined || (end !== null && !isExact)) end = one.to;
      ends.set(one.key, end);
      isExact = one.isExact;
    }
  }
  return ends;
}

/** What a client asks for next, and where that leads; null where it leads nowhere else. */
function nextStep(to: string, chains: Chains): Step | null {
  const place = chains.placeOf(to);
  const [whole = "", fragment] = place.split("#", 2);
  const [path = ""] = whole.split("?", 1);
  const key = place.startsWith("/") ? storageKeyOfPath(path) : null;
  if (key === null) return null;
  const query = listedQuery(whole.slice(path.length), chains.queries);
  const isWhole = fragment === undefined && (query !== "" || whole === path);
  const row = chains.rows.get(key + query);
  const found = row ? { target: row, isExact: true } : targetOf(key, chains);
  if (found === null || found.target.status === 410) return null;
  const { target } = found;
  // A query goes on, unless it has done its work.
  const goesOn = row === undefined && query !== "" && /^\/[^?#]*$/.test(target.to);
  return {
    key: key + query,
    to: goesOn ? target.to + query : target.to,
    isExact: isWhole && found.isExact && (row !== undefined || query === ""),
  };
}

/** Where a path leads at the edge, which corrects it where nothing has its own spelling. */
function targetOf(
  key: string,
  { rows, patterns, isLive }: Chains,
): { readonly target: RedirectTarget; readonly isExact: boolean } | null {
  const row = rows.get(key);
  if (row !== undefined) return { target: row, isExact: true };
  const corrected = correctedAddresses(key);
  const all = [key, ...corrected];
  if (all.some((one) => isLive(one) || isOwnAddress(one))) return null;
  const other = corrected.find((one) => rows.has(one)) ?? all.find((one) => matchPatterns(patterns, one));
  if (other === undefined) return null;
  const target = rows.get(other) ?? matchPatterns(patterns, other);
  // The edge leads nowhere from an address to itself, but takes a URL for another site's.
  if (target === null || !isLocation(target.to) || storageKeyOfPath(target.to) === key) return null;
  return { target, isExact: other === key };
}
