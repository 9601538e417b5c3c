import { correctedAddresses } from "../../representation/corrected-addresses.ts";
import { WELL_KNOWN } from "../../representation/own-addresses.ts";
import type { RedirectPattern } from "../../representation/redirects/pattern.ts";
import { aroundHoles, fillHoles, holesOf } from "../../representation/redirects/pattern.ts";
import { storageKeyOfPath } from "../../representation/storage-key.ts";
import { circlingFolders } from "./circling-folders.ts";
import { mayMatch, spellingsOf } from "./may-match.ts";
import type { Chains } from "./redirect-chains.ts";

/** The patterns that may lead in a circle, or into one: each leads to a path that the next may match. */
export function circlingPatterns(chains: Chains): ReadonlySet<RedirectPattern> {
  const { patterns } = chains;
  const heads = new Map(patterns.map((one) => [one, headOf(one.from)]));
  const targets = new Map(patterns.map((one) => [one, targetsOf(one, chains, heads)]));
  const ending = new Set<RedirectPattern>();
  const ends = (one: RedirectPattern, also: ReadonlySet<RedirectPattern> = ending) =>
    (targets.get(one) ?? []).every((target) => ending.has(target) || also.has(target));
  for (let before = -1; before < ending.size; ) {
    before = ending.size;
    for (const one of patterns) if (ends(one)) ending.add(one);
    // Those that shorten every path may lead to each other for a while.
    const shortening = new Set(patterns.filter((one) => !ending.has(one) && shortens(one)));
    for (let left = -1; left !== shortening.size; ) {
      left = shortening.size;
      for (const one of shortening) if (!ends(one, shortening)) shortening.delete(one);
    }
    for (const one of shortening) ending.add(one);
    // Where no path gets more segments, no circle goes through what takes some away.
    const open = patterns.filter((one) => !ending.has(one));
    if (open.every((one) => growthOf(one) <= 0))
      for (const one of open) if (growthOf(one) < 0) ending.add(one);
  }
  const open = patterns.filter((one) => !ending.has(one));
  return circlingFolders(
    open.map((pattern) => ({
      pattern,
      path: pathOf(pattern),
      next: (targets.get(pattern) ?? []).filter((one) => !ending.has(one)),
    })),
  );
}

/** The patterns that may match where a pattern leads. */
function targetsOf(
  one: RedirectPattern,
  chains: Chains,
  heads: ReadonlyMap<RedirectPattern, string>,
): readonly RedirectPattern[] {
  const { patterns, rows, isLive } = chains;
  const path = pathOf(one);
  const isThere = (key: string) => isLive(key) || WELL_KNOWN.has(key);
  const hasHoles = aroundHoles(path) !== null;
  const isEnd = !hasHoles && (rows.has(path) || [path, ...correctedAddresses(path)].some(isThere));
  if (one.status === 410 || !path.startsWith("/") || isEnd) return [];
  const [exact, ...corrected] = spellingsOf(path).map((spelling) => ({ spelling, head: headOf(spelling) }));
  return patterns.filter((other) => {
    const head = heads.get(other) ?? "";
    const may = (each: typeof exact) =>
      each !== undefined &&
      (head.startsWith(each.head) || each.head.startsWith(head)) &&
      mayMatch(each.spelling, other.from);
    return may(exact) || (!(other.from === one.from && settles(one, path)) && corrected.some(may));
  });
}

/** What stands before the first hole: most patterns differ in that. */
function headOf(text: string): string {
  return text.slice(0, text.search(/[*:]|$/));
}

/** The path of a target as the edge spells it, with its holes. */
function pathOf({ to }: RedirectPattern): string {
  const path = to.replace(/[?#].*$/s, "");
  return storageKeyOfPath(path)?.replace(/%3A([a-z]\w*)/gi, ":$1") ?? path;
}

/** Whether every path leads to a shorter one, also where the edge adds a slash to it. */
function shortens(one: RedirectPattern): boolean {
  const path = pathOf(one);
  const holes = path.match(/:[a-z]\w*/gi) ?? [];
  return new Set(holes).size === holes.length && lengthOf(path) + 1 < lengthOf(one.from);
}

/** How many segments more a path gets at most; a `*` may stand for nothing. */
function growthOf(one: RedirectPattern): number {
  const path = pathOf(one);
  if (path.split(":splat").length > 2) return Number.POSITIVE_INFINITY;
  const grown = ["", "w"].map((splat) => segmentsOf(path, splat) - segmentsOf(one.from, splat));
  return Math.max(...grown);
}

function segmentsOf(path: string, splat: string): number {
  const filled = path.replace(/\*|:splat\b/g, splat);
  return filled.split("/").filter((segment) => segment !== "").length;
}

function lengthOf(text: string): number {
  return text.replace(/\*|:[a-z]\w*/gi, "").length;
}

/** Whether a pattern leads from where it leads, in another spelling, to there: the edge stops at that, unless the target has a query. */
function settles({ from, to }: RedirectPattern, path: string): boolean {
  if (/[?#]/.test(to)) return false;
  const words = new Map((path.match(/(?<=:)[a-z]\w*/gi) ?? []).map((name, at) => [name, `w${at}`]));
  const place = fillHoles(path, words);
  // The edge takes the first that matches.
  const [values] = correctedAddresses(place).flatMap((other) => holesOf(from, other) ?? []);
  return values !== undefined && fillHoles(path, values) === place;
}
