import type { Beside } from "./ledger.ts";

/** What stands beside an article, where ordinals have become others. What has none any more is left out. */
export function besideAt(
  [before, ...related]: Beside,
  ordinalOf: (before: number) => number | null | undefined,
): Beside {
  const found = before === null ? null : (ordinalOf(before) ?? null);
  return [found, ...related.flatMap((ordinal) => ordinalOf(ordinal) ?? [])];
}
