import type { NegotiatedAddress } from "../representation/addresses.ts";
import type { ContentCoding } from "../representation/codings.ts";
import { memoize } from "./memoize.ts";

/** A member of a list such as `br;q=0.8, gzip`, in lower case. */
export interface WeightedMember {
  readonly name: string;
  /** From 0 to 1; 1 where none is given. */
  readonly weight: number;
}

/** What stands before the first semicolon, and after it. */
const MEMBER = /^([^\s;]+)\s*(;.*)?$/;
const PARAMETER_Q = /;\s*q\s*=\s*([^\s;]*)/;
const WEIGHT = /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/;

/**
 * Reads a list with weights (RFC 9110 §12.4.2). Members that are malformed are left out. Never throws.
 *
 * @example parseWeightedList("br;q=0.5, GZIP") // [{ name: "br", weight: 0.5 }, { name: "gzip", weight: 1 }]
 */
export const parseWeightedList = memoize((field): readonly WeightedMember[] =>
  field
    .toLowerCase()
    .split(",")
    .flatMap((member) => {
      const [, name, parameters = ""] = MEMBER.exec(member.trim()) ?? [];
      const weight = PARAMETER_Q.exec(parameters)?.[1] ?? "1";
      return name && WEIGHT.test(weight) ? [{ name, weight: Number(weight) }] : [];
    }),
);

/** Identity is acceptable where nothing says otherwise, but last (RFC 9110 §12.5.3). */
const UNNAMED_IDENTITY = 0.0001;

/**
 * Chooses the coding to send (RFC 9110 §12.5.3): the one with the highest weight, at equal weight the
 * first of `available`. Brotli is sent only where it is named: who says `*` may not know it. Where
 * nothing is acceptable identity is sent all the same: a reader can do more with it than with a 406.
 *
 * @example chooseCoding("gzip, br;q=0.9", ["br", "gzip"]) // "gzip"
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

/**
 * The address of the choice that `Accept` weighs most (RFC 9110 §12.5.1), each of its media types by
 * the most specific range that covers it; at equal weight the first. Where nothing is acceptable the
 * first serves, since some readers ask for one format and take any.
 *
 * @example negotiate("application/atom+xml, text/html;q=0.1", FORMATS) // "/atom.xml"
 */
export function negotiate(accept: string | null, choices: readonly NegotiatedAddress[]): string {
  const ranges = parseWeightedList(accept ?? "*/*");
  const weighed = choices.map(({ target, mediaTypes }) => ({
    target,
    weight: Math.max(...mediaTypes.map((type) => weightOfType(type, ranges))),
  }));
  // The sort is stable: equals stay in their order.
  return weighed.sort((a, b) => b.weight - a.weight)[0]?.target ?? "/";
}

function weightOfType(mediaType: string, ranges: readonly WeightedMember[]): number {
  const coverings = [mediaType, `${mediaType.split("/")[0]}/*`, "*/*"];
  for (const covering of coverings) {
    const range = ranges.find(({ name }) => name === covering);
    if (range) return range.weight;
  }
  return 0;
}
