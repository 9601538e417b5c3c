import type { Subject } from "./related-articles.ts";

/**
 * Tells of each article, by its ordinal, the newest of those that are no newer, among those of lower
 * ordinals and of its language; -1 where there is none. The articles come in the order of their ordinals.
 */
export function articlesBefore(subjects: readonly Subject[]): Int32Array {
  const count = (subjects.at(-1)?.ordinal ?? -1) + 1;
  const before = new Int32Array(count).fill(-1);
  const after = new Int32Array(count);
  for (const all of Map.groupBy(subjects, ({ language }) => language).values()) {
    // Those of one moment stay in the order of their ordinals.
    const inTime = all.toSorted((a, b) => a.published - b.published);
    let last = -1;
    for (const { ordinal } of inTime) {
      before[ordinal] = last;
      after[ordinal] = -1;
      if (last >= 0) after[last] = ordinal;
      last = ordinal;
    }
    // What came last leaves first: what stands before each is then older than it.
    for (const { ordinal } of all.toReversed()) {
      const earlier = before[ordinal] ?? -1;
      const later = after[ordinal] ?? -1;
      if (earlier >= 0) after[earlier] = later;
      if (later >= 0) before[later] = earlier;
    }
  }
  return before;
}
