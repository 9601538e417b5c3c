import type { ArchiveWindow, Windows } from "../article/windows.ts";
import type { ArticleRecord } from "./ledger.ts";

/** Places in the order in which articles came to a chain of documents. */
export interface Places {
  /** The article at each, by its number in the site; null where it is gone, or nobody ever was. */
  readonly ordinals: readonly (number | null)[];
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
export function windowsOf(records: readonly ArticleRecord[], size: number): Windows<number> {
  const ordinals: (number | null)[] = [];
  const corrections: CorrectedPlace[] = [];
  for (const { ordinal, deleted, correction } of records) {
    if (correction !== null) corrections.push({ place: ordinals.length, before: correction.before });
    ordinals.push(deleted === null ? ordinal : null);
  }
  return windowsOfPlaces({ ordinals, corrections }, size);
}

/**
 * Spreads places over windows of `size` (RFC 5005 §4). A window is a range of places, so it never
 * depends on dates; one that is complete is archived as soon as the next one is complete too. Until then
 * the subscription document holds it: `size` to 2 × `size` - 1 articles. What is gone leaves a gap and
 * moves nothing.
 */
export function windowsOfPlaces({ ordinals, corrections }: Places, size: number): Windows<number> {
  const count = ordinals.length;
  const archived = Math.max(0, Math.floor(count / size) - 1);
  const archives = Array.from(
    { length: archived },
    (_, index): ArchiveWindow<number> => ({
      number: index + 1,
      articles: present(ordinals.slice(index * size, (index + 1) * size)),
      previous: index === 0 ? null : index,
      next: index + 1 === archived ? null : index + 2,
    }),
  );
  // A corrected article is news again until `size` newer ones have come.
  const back = corrections.filter(({ place, before }) => place < archived * size && count < before + size);
  return {
    subscription: present([
      ...back.map(({ place }) => ordinals[place] ?? null),
      ...ordinals.slice(archived * size),
    ]),
    previous: archived === 0 ? null : archived,
    archives,
  };
}

function present(ordinals: (number | null)[]): readonly number[] {
  return ordinals.filter((one) => one !== null);
}
