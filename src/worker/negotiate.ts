import type { NegotiatedAddress } from "../representation/addresses.ts";
import type { WeightedMember } from "./weighted-list.ts";
import { parseWeightedList } from "./weighted-list.ts";

/**
 * The address of the choice that `Accept` weighs most (RFC 9110 §12.5.1), each of its media types by
 * the most specific range that covers it; at equal weight the first. Where nothing is acceptable the
 * first serves, since some readers ask for one format and take any.
 */
export function negotiate(accept: string | null, choices: readonly NegotiatedAddress[]): string {
  const ranges = parseWeightedList(accept ?? "*/*");
  const weighed = choices.map(({ target, mediaTypes }) => ({
    target,
    weight: Math.max(...mediaTypes.map((type) => weightOf(type, ranges))),
  }));
  // The sort is stable: equals stay in their order.
  return weighed.sort((a, b) => b.weight - a.weight)[0]?.target ?? "/";
}

function weightOf(mediaType: string, ranges: readonly WeightedMember[]): number {
  const coverings = [mediaType, `${mediaType.split("/")[0]}/*`, "*/*"];
  for (const covering of coverings) {
    const range = ranges.find(({ name }) => name === covering);
    if (range) return range.weight;
  }
  return 0;
}
