import type { Windows } from "../article/windows.ts";
import type { ArticleRecords } from "./records/article-records.ts";
import { markedIn, ordinalsOf, toldOf } from "./records/told-records.ts";

/** Places in the order in which articles came to a chain of documents. */
export interface Places {
  /** The article at each, by its number in the site; -1 where nobody ever was. */
  readonly ordinals: Int32Array;
  /** Whether it is there now. */
  readonly isThere: (ordinal: number) => boolean;
  /** The places of those that declared a correction, in order. */
  readonly corrections: readonly CorrectedPlace[];
}

/** The place of an article that declared a correction. */
export interface CorrectedPlace {
  readonly place: number;
  /** How many places there were when it did. */
  readonly before: number;
}

/** Spreads the ordinals of a site over its windows of `size`. */
export function windowsOf(records: ArticleRecords, size: number): Windows<number> {
  const corrections: CorrectedPlace[] = [];
  for (const { ordinal: place, correction } of markedIn(records)) {
    if (correction !== null) corrections.push({ place, before: correction.before });
  }
  const { isThere } = toldOf(records);
  return windowsOfPlaces({ ordinals: ordinalsOf(records), isThere, corrections }, size);
}

/**
 * Spreads places over windows of `size` (RFC 5005 §4). A window is a range of places, so it never
 * depends on dates; one that is complete is archived as soon as the next one is complete too. Until then
 * the subscription document holds it: `size` to 2 × `size` - 1 articles. What is gone leaves a gap and
 * moves nothing.
 */
export function windowsOfPlaces({ ordinals, isThere, corrections }: Places, size: number): Windows<number> {
  const count = ordinals.length;
  const archived = Math.max(0, Math.floor(count / size) - 1);
  const present = (all: Iterable<number>) => [...all].filter((one) => one >= 0 && isThere(one));
  const membersOf = (number: number) => ordinals.subarray((number - 1) * size, number * size);
  // A corrected article is news again until `size` newer ones have come.
  const back = corrections.filter(({ place, before }) => place < archived * size && count < before + size);
  return {
    subscription: present([
      ...back.map(({ place }) => ordinals[place] ?? -1),
      ...ordinals.subarray(archived * size),
    ]),
    previous: archived === 0 ? null : archived,
    membersOf,
    archive: (number) => ({
      number,
      articles: present(membersOf(number)),
      previous: number === 1 ? null : number - 1,
      next: number === archived ? null : number + 1,
    }),
  };
}
