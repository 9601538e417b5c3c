import { DELIVERY } from "../representation/cache-policy.ts";
import type { ContentCoding, StoredRange } from "../representation/codings.ts";
import { storedRange } from "../representation/codings.ts";
import { entityTag } from "../representation/entity-tag.ts";
import { parseHttpDate } from "../representation/http-date.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import { chooseCoding } from "./accept.ts";
import type { DeltaParts } from "./delta.ts";
import { deltaBase } from "./delta.ts";
import type { EdgeRequest } from "./edge-request.ts";
import type { Validators } from "./preconditions.ts";
import { equalStrongly, evaluatePreconditions } from "./preconditions.ts";

/** How a stored representation answers a request. */
export type Decision =
  | { readonly kind: "gone" }
  | { readonly kind: "failed" }
  | { readonly kind: "not-modified"; readonly validators: Validators }
  | { readonly kind: "unsatisfiable" }
  | { readonly kind: "part"; readonly range: StoredRange }
  | ({ readonly kind: "changes" } & DeltaParts)
  | { readonly kind: "whole"; readonly coding: ContentCoding };

/** Codings by preference at equal weight. */
const CODINGS = ["br", "gzip", "identity"] as const;

/** Decides from metadata alone: a 304 never reads a body. Never throws. */
export function decide(request: EdgeRequest, metadata: RepresentationMetadata): Decision {
  const { status, kind, sizeBytes } = metadata;
  if (status === 410 && sizeBytes === 0) return { kind: "gone" };
  const whole = () => ({
    kind: "whole" as const,
    coding: chooseCoding(request.acceptEncoding, codingsOf(metadata)),
  });
  // Preconditions count only where the answer would be 2xx (RFC 9110 §13.2.1).
  if (status !== 200) return whole();

  const precondition = evaluatePreconditions(request.fields, metadata, request.nowSeconds);
  if (precondition === "failed") return { kind: "failed" };
  if (precondition !== "proceed") return { kind: "not-modified", validators: precondition };

  // Range is defined for GET alone (RFC 9110 §14.2).
  if (DELIVERY[kind].ranges && request.method === "GET") {
    const range = evaluateRange(request.fields, sizeBytes, metadata, request.nowSeconds);
    if (range === "unsatisfiable") return { kind: "unsatisfiable" };
    if (range !== "whole") return { kind: "part", range };
  }
  const base = deltaBase(request.fields, metadata);
  if (base === null) return whole();
  // The edge can make gzip, and no brotli.
  const own = chooseCoding(request.acceptEncoding, ["gzip", "identity"]);
  return { kind: "changes", base, coding: own, otherwise: whole().coding };
}

/** What a representation can be sent in: what it is stored in, and identity, which gzip gives. */
function codingsOf({ stored }: RepresentationMetadata): ContentCoding[] {
  return CODINGS.filter((coding) => coding === "identity" || storedRange(stored, coding));
}

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
