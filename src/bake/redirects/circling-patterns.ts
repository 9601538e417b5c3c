import type { RedirectPattern } from "../../representation/redirects/pattern.ts";
import { aroundHoles, holesOf } from "../../representation/redirects/pattern.ts";
import { storageKeyOfPath } from "../../representation/storage-key.ts";
import type { Chains } from "./redirect-chains.ts";

/**
 * The patterns that may lead in a circle, or into one: each leads to a path that the next may match.
 * What leads to nothing of the kind is taken away until nothing more goes, and, where no path gets
 * longer, what makes paths shorter too: no circle goes through it.
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
  const rest = new Set(patterns);
  const takeAway = (ending: RedirectPattern[]) => {
    for (const one of ending) {
      if (!rest.delete(one)) continue;
      for (const source of sources.get(one) ?? []) {
        const left = (ways.get(source) ?? 0) - 1;
        ways.set(source, left);
        if (left === 0) ending.push(source);
      }
    }
  };
  takeAway(patterns.filter((one) => ways.get(one) === 0));
  const growths = new Map([...rest].map((one) => [one, growthOf(one)]));
  if ([...growths.values()].every((growth) => growth <= 0)) {
    takeAway([...rest].filter((one) => (growths.get(one) ?? 0) < 0));
  }
  return rest;
}

/** How many segments more a path gets at most; what stands in a hole counts on both sides. */
function growthOf({ from, to }: RedirectPattern): number {
  const [path = ""] = to.split(/[?#]/, 1);
  if (path.split(":splat").length > 2) return Number.POSITIVE_INFINITY;
  return path.split("/").length - from.split("/").length;
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
