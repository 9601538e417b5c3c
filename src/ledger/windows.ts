import type { ArchiveWindow, Windows } from "../article/windows.ts";
import type { ArticleRecord } from "./ledger.ts";

/** A place in the order in which articles came to a chain of documents. */
export interface Place {
  /** The article that is there, by its number in the site; null where it is gone, or nobody ever was. */
  readonly ordinal: number | null;
  /** How many places there were when a correction was declared; null where none was. */
  readonly correctedAt: number | null;
}

/** Spreads the ordinals of a site over its windows of `size`. */
export function windowsOf(records: readonly ArticleRecord[], size: number): Windows<number> {
  const places = records.map(
    ({ ordinal, deleted, correction }): Place => ({
      ordinal: deleted === null ? ordinal : null,
      correctedAt: correction?.before ?? null,
    }),
  );
  return windowsOfPlaces(places, size);
}

/**
 * Spreads places over windows of `size` (RFC 5005 §4). A window is a range of places, so it never
 * depends on dates; one that is complete is archived as soon as the next one is complete too. Until then
 * the subscription document holds it: `size` to 2 × `size` - 1 articles. What is gone leaves a gap and
 * moves nothing.
 */
export function windowsOfPlaces(places: readonly Place[], size: number): Windows<number> {
  const archived = Math.max(0, Math.floor(places.length / size) - 1);
  const archives = Array.from(
    { length: archived },
    (_, index): ArchiveWindow<number> => ({
      number: index + 1,
      articles: liveBetween(places, index * size, (index + 1) * size),
      previous: index === 0 ? null : index,
      next: index + 1 === archived ? null : index + 2,
    }),
  );
  const corrected = places.slice(0, archived * size).filter((place) => isBack(place, places.length, size));
  return {
    subscription: [
      ...liveBetween(corrected, 0, corrected.length),
      ...liveBetween(places, archived * size, places.length),
    ],
    previous: archived === 0 ? null : archived,
    archives,
  };
}

/** A corrected article is news again until `size` newer ones have come. */
function isBack({ correctedAt }: Place, count: number, size: number): boolean {
  return correctedAt !== null && count < correctedAt + size;
}

function liveBetween(places: readonly Place[], from: number, to: number): number[] {
  return places.slice(from, to).flatMap(({ ordinal }) => ordinal ?? []);
}
