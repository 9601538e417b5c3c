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
    for (const [place, { ordinal }] of inTime.entries()) {
      before[ordinal] = inTime[place - 1]?.ordinal ?? -1;
      after[ordinal] = inTime[place + 1]?.ordinal ?? -1;
    }
    // What came last leaves first: what stands before each is then older than it.
    for (const { ordinal } of all.toReversed()) {
      const [earlier = -1, later = -1] = [before[ordinal], after[ordinal]];
      if (earlier >= 0) after[earlier] = later;
      if (later >= 0) before[later] = earlier;
    }
  }
  return before;
}
