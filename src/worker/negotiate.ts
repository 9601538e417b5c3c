import type { NegotiatedAddress } from "../representation/addresses.ts";
import type { WeightedMember } from "./weighted-list.ts";
import { parseWeightedList } from "./weighted-list.ts";

/**
 * The choice that `Accept` weighs most (RFC 9110 §12.5.1), each of its media types by the most
 * specific range that covers it; at equal weight the first. Where nothing is acceptable the first
 * serves, since some readers ask for one format and take any. Null only where there is no choice.
 */
export function negotiate(
  accept: string | null,
  choices: readonly NegotiatedAddress[],
): NegotiatedAddress | null {
  const ranges = parseWeightedList(accept ?? "*/*");
  let best = choices[0] ?? null;
  let bestWeight = 0;
  for (const choice of choices) {
    const weight = Math.max(...choice.mediaTypes.map((type) => weightOf(type, ranges)));
    if (weight > bestWeight) [best, bestWeight] = [choice, weight];
  }
  return best;
}

function weightOf(mediaType: string, ranges: readonly WeightedMember[]): number {
  const coverings = [mediaType, `${mediaType.split("/")[0]}/*`, "*/*"];
  for (const covering of coverings) {
    const range = ranges.find(({ name }) => name === covering);
    if (range) return range.weight;
  }
  return 0;
}
