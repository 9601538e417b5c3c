import { distance } from "fastest-levenshtein";

/** So many answers are kept: a folder's files have the same few names. */
const MOST_KEPT = 500;

/**
 * Finds the name that a typing error means: one that differs in capitals, in the order of its letters,
 * or in one letter (two where it has seven or more). Null where no name is so near.
 */
export function nearNameOf(names: readonly string[]): (typed: string) => string | null {
  const known = names.map((name) => ({ name, lower: name.toLowerCase(), letters: sorted(name) }));
  const kept = new Map<string, string | null>();
  return (typed) => {
    const before = kept.get(typed);
    if (before !== undefined) return before;
    const lower = typed.toLowerCase();
    let [nearest, least]: [string | null, number] = [null, Infinity];
    for (const { name, lower: other, letters } of known) {
      const steps = stepsBetween(lower, other, letters);
      if (steps < least) [nearest, least] = [name, steps];
    }
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(typed, nearest);
    return nearest;
  };
}

/** Steps from one name to the other; infinitely many where they are no neighbours. */
function stepsBetween(typed: string, name: string, letters: string): number {
  if (typed === name) return 0;
  if (Math.abs(typed.length - name.length) > 2 || name.length < 3) return Infinity;
  const steps = distance(typed, name);
  if (steps <= (name.length >= 7 ? 2 : 1)) return steps;
  return sorted(typed) === letters ? 2 : Infinity;
}

function sorted(name: string): string {
  return [...name.toLowerCase()].sort().join("");
}
