import type { StoredRange } from "../representation/codings.ts";
import { entityTag } from "../representation/entity-tag.ts";
import { parseHttpDate } from "../representation/http-date.ts";
import type { Validators } from "./preconditions.ts";
import { equalStrongly } from "./preconditions.ts";

/** What a `Range` comes to. Whole: there is none that counts. */
export type RangeAnswer = "whole" | "unsatisfiable" | StoredRange;

/**
 * Reads `Range` for a body of that many bytes (RFC 9110 §14.1.2, §14.2). Several ranges, other units
 * and what is malformed are answered whole, as a server may. `nowSeconds` is seconds since 1970.
 */
export function evaluateRange(
  fields: Headers,
  sizeBytes: number,
  validators: Validators,
  nowSeconds: number,
): RangeAnswer {
  const match = /^bytes\s*=\s*(\d*)\s*-\s*(\d*)$/i.exec(fields.get("Range")?.trim() ?? "");
  if (match === null || !ifRangeHolds(fields.get("If-Range"), validators, nowSeconds)) return "whole";
  const [, first, last] = match;
  if (!first && !last) return "whole";
  // Without a first position it is a number of last bytes.
  const offset = first ? Number(first) : Math.max(0, sizeBytes - Number(last));
  const end = first && last ? Number(last) + 1 : sizeBytes;
  if (first && last && end <= offset) return "whole";
  return offset < sizeBytes ? { offset, length: Math.min(end, sizeBytes) - offset } : "unsatisfiable";
}

/**
 * RFC 9110 §13.1.5: a tag by strong comparison, or exactly the date that was sent, which is a strong
 * validator here because editions never share a second.
 */
function ifRangeHolds(
  ifRange: string | null,
  { tag, lastModified }: Validators,
  nowSeconds: number,
): boolean {
  if (ifRange === null) return true;
  const own = entityTag(ifRange.trim());
  return own ? equalStrongly(own, tag) : parseHttpDate(ifRange.trim(), nowSeconds) === lastModified;
}
