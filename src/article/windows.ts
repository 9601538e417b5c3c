/**
 * How the articles of a site are spread over its subscription document and the archive documents
 * behind it (RFC 5005 §4). The windows do not overlap and leave nothing out; an article whose
 * correction was declared stands in the subscription document a second time.
 */
export interface Windows<T> {
  /** The open window, the last complete one, and older articles that were corrected lately. */
  readonly subscription: readonly T[];
  /** Number of the archive window that the subscription document continues; null where it has all. */
  readonly previous: number | null;
  /** Oldest first: number n stands at index n - 1. */
  readonly archives: readonly ArchiveWindow<T>[];
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

/** Gives other words for the same articles; of an archive, when somebody asks what is in it. */
export function mapWindows<T, U>(
  { subscription, previous, archives }: Windows<T>,
  change: (articles: readonly T[]) => readonly U[],
): Windows<U> {
  return {
    subscription: change(subscription),
    previous,
    archives: archives.map((one) => mapped(one, change)),
  };
}

function mapped<T, U>(
  { number, articles, previous, next }: ArchiveWindow<T>,
  change: (articles: readonly T[]) => readonly U[],
): ArchiveWindow<U> {
  let changed: readonly U[] | null = null;
  return {
    number,
    previous,
    next,
    get articles() {
      changed ??= change(articles);
      return changed;
    },
  };
}
