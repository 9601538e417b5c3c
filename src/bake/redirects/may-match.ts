import { aroundHoles, holesOf } from "../../representation/redirects/pattern.ts";
import { storageKeyOfPath } from "../../representation/storage-key.ts";

/** A target's path as it is, and as the edge may correct it: capitals, a slash at its end. */
export function spellingsOf(path: string): readonly string[] {
  const shape = path.replace(/:splat\b/g, "*");
  const spellings = [shape, shape.toLowerCase()];
  return [...spellings, ...spellings.map((one) => (one.endsWith("/") ? one.slice(0, -1) : `${one}/`))];
}

/** Whether a target, whatever stands in its holes, may be a path of a pattern; in doubt it may. */
export function mayMatch(path: string, from: string): boolean {
  if (aroundHoles(path) === null) return holesOf(from, storageKeyOfPath(path) ?? "") !== null;
  const target = path.split("/");
  const pattern = from.split("/");
  const stars = target.filter((word) => word.includes("*")).length;
  const hasStar = from.includes("*");
  if (stars === 0 && target.length < pattern.length) return false;
  // A splat that is empty leaves one segment less.
  if (!hasStar && pattern.length < target.length - stars) return false;
  return meet(target, pattern, "head") && meet(target.reverse(), pattern.reverse(), "tail");
}

/** Whether segments may be the same up to the first `*` of either side. */
function meet(some: readonly string[], others: readonly string[], end: "head" | "tail"): boolean {
  for (const [at, one] of some.entries()) {
    const other = others[at];
    if (other === undefined) return true;
    // A name stands for one sign at least.
    if ((one === "") !== (other === "") && !`${one}${other}`.includes("*")) return false;
    const part = (word: string) => aroundHoles(word)?.[end === "head" ? 0 : 1] ?? word;
    const [a, b] = [part(one), part(other)];
    const isAlike = end === "head" ? a.startsWith(b) || b.startsWith(a) : a.endsWith(b) || b.endsWith(a);
    const isWhole = a === one && b === other;
    if (isWhole ? a !== b : !isAlike) return false;
    if (one.includes("*") || other.includes("*")) return true;
  }
  return true;
}
