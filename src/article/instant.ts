import type { EpochSeconds } from "./values.ts";

/** Writes an instant in UTC, such as `2025-07-01T18:00:00Z` (RFC 3339 §5.6); parts of a second are left out. */
export function isoOf(instant: EpochSeconds): string {
  if (instant !== last.instant) {
    last = { instant, iso: `${new Date(instant * 1000).toISOString().slice(0, -".000Z".length)}Z` };
  }
  return last.iso;
}

/** Each document of an article writes the same few instants again and again. */
let last: { readonly instant: EpochSeconds; readonly iso: string } = { instant: Number.NaN, iso: "" };
