import type { ContentCoding } from "../representation/codings.ts";
import { parseWeightedList } from "./weighted-list.ts";

/** Identity is acceptable where nothing says otherwise, but last (RFC 9110 §12.5.3). */
const UNNAMED_IDENTITY = 0.0001;

/**
 * Chooses the coding to send (RFC 9110 §12.5.3): the one with the highest weight, at equal weight the
 * first of `available`. Brotli is sent only where it is named: who says `*` may not know it. Where
 * nothing is acceptable identity is sent all the same: a reader can do more with it than with a 406.
 */
export function chooseCoding<Coding extends ContentCoding>(
  acceptEncoding: string,
  available: readonly Coding[],
): Coding | "identity" {
  const weights = new Map<string, number>();
  for (const { name, weight } of parseWeightedList(acceptEncoding)) {
    weights.set(name === "x-gzip" ? "gzip" : name, weight);
  }
  const anyOther = weights.get("*");
  const weightOf = (coding: ContentCoding) =>
    weights.get(coding) ??
    { br: 0, gzip: anyOther ?? 0, identity: Math.min(anyOther ?? 1, UNNAMED_IDENTITY) }[coding];
  let best: Coding | "identity" = "identity";
  let bestWeight = 0;
  for (const coding of available) {
    const weight = weightOf(coding);
    if (weight > bestWeight) [best, bestWeight] = [coding, weight];
  }
  return best;
}
