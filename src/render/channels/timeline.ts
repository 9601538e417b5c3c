import type { Articles } from "../../article/articles.ts";

/** The ordinals of a site's articles, the newest first; those of one moment by a text that each has. */
export type Timeline = readonly number[];

/** Puts articles in the order of time, those of one moment by their addresses, so that it never depends on theirs. */
export function timelineOf({ ordinals, of, published }: Articles): Timeline {
  // Ordinals follow time, but for articles that came with an older date.
  const all = Array.from(ordinals.toSorted().reverse());
  return inTime(all, published, of.address);
}

/** The same as pages list them: those of one instant, such as a day without a time, in the order in which they lie in the folder. */
export function asListed(timeline: Timeline, { of, published }: Articles): Timeline {
  return inTime(timeline, published, of.path);
}

function inTime(timeline: Timeline, published: Float64Array, text: (ordinal: number) => string): Timeline {
  const compare = (a: number, b: number) =>
    (published[b] ?? 0) - (published[a] ?? 0) || (text(a) < text(b) ? -1 : 1);
  for (let at = 1; at < timeline.length; at += 1) {
    if (compare(timeline[at - 1] ?? 0, timeline[at] ?? 0) > 0) return timeline.toSorted(compare);
  }
  return timeline;
}
