import type { ContentCoding } from "../representation/codings.ts";

/**
 * Chooses the coding to send (RFC 9110 §12.5.3): the one with the highest q-value, at equal weight
 * the smallest. Without the field identity is sent. Where nothing is acceptable identity is sent
 * all the same: a reader can do more with it than with a 406.
 */
export function chooseCoding(
  acceptEncoding: string | null,
  available: readonly ContentCoding[],
): ContentCoding {
  if (acceptEncoding === null || acceptEncoding.trim() === "") return "identity";
  const weights = parseWeights(acceptEncoding);
  let best: ContentCoding = "identity";
  let bestWeight = 0;
  for (const coding of available) {
    const weight = weights.get(coding) ?? weights.get("*") ?? (coding === "identity" ? 0.001 : 0);
    if (weight > bestWeight) [best, bestWeight] = [coding, weight];
  }
  return best;
}

function parseWeights(field: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const member of field.toLowerCase().split(",")) {
    const match = /^\s*([a-z*][\w-]*|\*)\s*(?:;\s*q=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?\s*$/.exec(member);
    const name = match?.[1]?.replace(/^x-gzip$/, "gzip");
    if (name) weights.set(name, Number(match?.[2] ?? 1));
  }
  return weights;
}
