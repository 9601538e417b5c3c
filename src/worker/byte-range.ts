import type { StoredRange } from "../representation/codings.ts";
import { entityTag } from "../representation/entity-tag.ts";
import { parseHttpDate } from "./http-date.ts";
import type { Validators } from "./preconditions.ts";
import { equalStrongly } from "./preconditions.ts";

/** What a `Range` comes to. Whole: there is none that counts. */
export type RangeAnswer =
  | { readonly kind: "whole" }
  | { readonly kind: "part"; readonly range: StoredRange }
  | { readonly kind: "unsatisfiable" };

const WHOLE: RangeAnswer = { kind: "whole" };

/**
 * Reads `Range` for a body of that many bytes (RFC 9110 §14.1.2, §14.2). Several ranges, other units
 * and what is malformed are answered whole, as a server may.
 */
export function evaluateRange(fields: Headers, sizeBytes: number, validators: Validators): RangeAnswer {
  const match = /^bytes\s*=\s*(\d*)\s*-\s*(\d*)$/i.exec(fields.get("Range")?.trim() ?? "");
  if (match === null || !ifRangeHolds(fields.get("If-Range"), validators)) return WHOLE;
  const [, first = "", last = ""] = match;
  if (first === "") return last === "" ? WHOLE : suffix(Number(last), sizeBytes);
  if (last !== "" && Number(last) < Number(first)) return WHOLE;
  const offset = Number(first);
  if (offset >= sizeBytes) return { kind: "unsatisfiable" };
  const end = last === "" ? sizeBytes : Math.min(Number(last) + 1, sizeBytes);
  return { kind: "part", range: { offset, length: end - offset } };
}

function suffix(lengthBytes: number, sizeBytes: number): RangeAnswer {
  const length = Math.min(lengthBytes, sizeBytes);
  return length === 0
    ? { kind: "unsatisfiable" }
    : { kind: "part", range: { offset: sizeBytes - length, length } };
}

/**
 * RFC 9110 §13.1.5: a tag by strong comparison, or exactly the date that was sent, which is a strong
 * validator here because editions never share a second.
 */
function ifRangeHolds(ifRange: string | null, { tag, lastModified }: Validators): boolean {
  if (ifRange === null) return true;
  const own = entityTag(ifRange.trim());
  return own ? equalStrongly(own, tag) : parseHttpDate(ifRange.trim()) === lastModified;
}
