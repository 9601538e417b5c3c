/**
 * How the articles of a site are spread over its subscription document and the archive documents
 * behind it (RFC 5005 §4). The windows do not overlap and leave nothing out; an article whose
 * correction was declared stands in the subscription document a second time.
 */
export interface Windows<T> {
  /** The open window, the last complete one, and older articles that were corrected lately. */
  readonly subscription: readonly T[];
  /** Number of the archive window that the subscription document continues, the last one; null where it has all. */
  readonly previous: number | null;
  /** The archive window with a number, from 1 on. There may be very many, so each is made when it is asked for. */
  readonly archive: (number: number) => ArchiveWindow<T>;
  /** Whoever was in it when it was filled, by their ordinals, also those that are gone; -1 for a place that nobody had. */
  readonly membersOf: (number: number) => Int32Array;
}

/** A complete window: only a correction, a deletion or its first `next` changes it. */
export interface ArchiveWindow<T> {
  /** From 1, which is the oldest; stands in the address. */
  readonly number: number;
  /** Empty where all of them are gone; the document stays. */
  readonly articles: readonly T[];
  readonly previous: number | null;
  readonly next: number | null;
}

/** The archive windows, oldest first, but for those that are left out. */
export function* archivesOf<T>(
  { previous, archive }: Windows<T>,
  isOut: (number: number) => boolean = () => false,
): Generator<ArchiveWindow<T>> {
  for (let number = 1; number <= (previous ?? 0); number += 1) if (!isOut(number)) yield archive(number);
}

/** Gives other words for the same articles; of an archive, when somebody asks for it. */
export function mapWindows<T, U>(
  windows: Windows<T>,
  change: (articles: readonly T[]) => readonly U[],
): Windows<U> {
  return {
    ...windows,
    subscription: change(windows.subscription),
    archive(number) {
      const one = windows.archive(number);
      return { ...one, articles: change(one.articles) };
    },
  };
}
