/** What stands before and after in time; null at the ends. */
export interface Neighbours<T> {
  readonly earlier: T | null;
  readonly later: T | null;
}

/** Tells the neighbours of anything in a list that is newest first. */
export function neighboursIn<T>(newestFirst: readonly T[]): (one: T) => Neighbours<T> {
  const places = new Map(newestFirst.map((one, at) => [one, at]));
  return (one) => {
    const at = places.get(one);
    if (at === undefined) return { earlier: null, later: null };
    return { earlier: newestFirst[at + 1] ?? null, later: newestFirst[at - 1] ?? null };
  };
}
