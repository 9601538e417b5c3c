/** Articles that stand in time. */
export interface ArticlesInTime {
  /** In their order. */
  readonly ordinals: readonly number[];
  /** By ordinal. */
  readonly published: ArrayLike<number>;
  readonly languages: ArrayLike<string | undefined>;
}

/**
 * Tells of each article, by its ordinal, the newest of those that are no newer, among those of lower
 * ordinals and of its language; -1 where there is none.
 */
export function articlesBefore({ ordinals, published, languages }: ArticlesInTime): Int32Array {
  const count = (ordinals.at(-1) ?? -1) + 1;
  const before = new Int32Array(count).fill(-1);
  const after = new Int32Array(count);
  for (const all of Map.groupBy(ordinals, (ordinal) => languages[ordinal]).values()) {
    // Those of one moment stay in the order of their ordinals.
    const inTime = all.toSorted((a, b) => (published[a] ?? 0) - (published[b] ?? 0));
    let last = -1;
    for (const ordinal of inTime) {
      before[ordinal] = last;
      after[ordinal] = -1;
      if (last >= 0) after[last] = ordinal;
      last = ordinal;
    }
    // What came last leaves first: what stands before each is then older than it.
    for (const ordinal of all.toReversed()) {
      const earlier = before[ordinal] ?? -1;
      const later = after[ordinal] ?? -1;
      if (earlier >= 0) after[earlier] = later;
      if (later >= 0) before[later] = earlier;
    }
  }
  return before;
}
