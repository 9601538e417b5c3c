import { distance } from "fastest-levenshtein";

/**
 * The name that a typing error means: one that differs in capitals, in the order of its letters, or in
 * one letter (two where it has seven or more). Null where no name is so near.
 */
export function nearName(typed: string, names: readonly string[]): string | null {
  const lower = typed.toLowerCase();
  let [nearest, least]: [string | null, number] = [null, Infinity];
  for (const name of names) {
    const steps = stepsBetween(lower, name.toLowerCase());
    if (steps < least) [nearest, least] = [name, steps];
  }
  return nearest;
}

/** Steps from one name to the other; infinitely many where they are no neighbours. */
function stepsBetween(typed: string, name: string): number {
  if (typed === name) return 0;
  if (Math.abs(typed.length - name.length) > 2 || name.length < 3) return Infinity;
  const steps = distance(typed, name);
  if (steps <= (name.length >= 7 ? 2 : 1)) return steps;
  return sorted(typed) === sorted(name) ? 2 : Infinity;
}

function sorted(name: string): string {
  return [...name].sort().join("");
}
