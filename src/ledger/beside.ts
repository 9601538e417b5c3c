import type { Beside } from "./records/article-record.ts";

/** The ordinals of what stands beside an article. */
export interface BesideOrdinals {
  /** Null where none is before it. */
  readonly before: number | null;
  readonly related: readonly number[];
}

/** Reads what stands beside the article with an ordinal. */
export function besideOf(ordinal: number, beside: Beside = [0]): BesideOrdinals {
  const isThere = (distance: number) => distance > 0 && distance <= ordinal;
  const related: number[] = [];
  for (let at = 1; at < beside.length; at += 1) {
    const distance = beside[at] ?? 0;
    if (isThere(distance)) related.push(ordinal - distance);
  }
  return { before: isThere(beside[0]) ? ordinal - beside[0] : null, related };
}

/** Writes it; what does not stand before the article is left out. */
export function besideAt(ordinal: number, { before, related }: BesideOrdinals): Beside {
  const distances = related.map((one) => ordinal - one).filter((distance) => distance > 0);
  return [before === null ? 0 : Math.max(0, ordinal - before), ...distances];
}

/** The same where ordinals have become others. What has none any more is left out. */
export function movedBeside(
  beside: Beside,
  from: number,
  to: number,
  ordinalOf: (ordinal: number) => number | null | undefined,
): Beside {
  const { before, related } = besideOf(from, beside);
  return besideAt(to, {
    before: before === null ? null : (ordinalOf(before) ?? null),
    related: related.flatMap((one) => ordinalOf(one) ?? []),
  });
}
