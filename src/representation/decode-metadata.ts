import { isDocumentKind } from "./cache-policy.ts";
import { CONTRACT_VERSIONS } from "./contract.ts";
import { entityTag } from "./entity-tag.ts";
import { isLocation } from "./location.ts";
import type { RepresentationMetadata, SealedPart } from "./representation.ts";

/** What a header field's value may hold (RFC 9110 §5.5), and nothing that could end it. */
const FIELD_VALUE = /^[\x20-\x7E]*$/;

/**
 * Reads what `encodeMetadata` of any version of the contract wrote; null for anything else, and
 * for what would not be safe to send.
 */
export function decodeMetadata(stored: unknown): RepresentationMetadata | null {
  const { v, s, k, t, e, m, p, n, l, a, b, d, r, f, x }: Record<string, unknown> = Object(stored);
  if (!CONTRACT_VERSIONS.includes(v)) return null;
  const counts: unknown[] = [m, p, n, ...(Array.isArray(l) ? l : [])];
  const tag = entityTag(String(e));
  const sealed = x === undefined ? null : sealedPart(x);
  if (
    !STATUSES.includes(s) ||
    !isDocumentKind(k) ||
    !isFieldValue(t) ||
    tag === null ||
    !areCounts(counts) ||
    !(a === undefined || isFieldValue(a)) ||
    !(d === undefined || isFieldValue(d)) ||
    !(r === undefined || isLocation(r)) ||
    !(f === undefined || isCount(f)) ||
    (x !== undefined && sealed === null)
  ) {
    return null;
  }
  // Contract 1 had no item index.
  const [lastModified, pollSeconds, sizeBytes, gzip, brotli, identity, index = 0] = counts;
  return {
    status: Number(s),
    kind: k,
    type: t,
    tag,
    lastModified,
    pollSeconds,
    sizeBytes,
    stored: { gzip, brotli, identity, index },
    ...(b === 1 && { inBucket: true }),
    ...(d !== undefined && { disposition: d }),
    ...(a !== undefined && { link: a }),
    ...(r !== undefined && { location: r }),
    ...(f !== undefined && { from: f }),
    ...(sealed && { sealed }),
  };
}

function sealedPart(stored: unknown): SealedPart | null {
  const [at, tableBytes, digest]: unknown[] = Array.isArray(stored) ? stored : [];
  return isCount(at) && isCount(tableBytes) && typeof digest === "string" ? { at, tableBytes, digest } : null;
}

/** What `decodeMetadata` reads, and the memory, which the publisher needs and the edge does not. */
export function decodeWithMemory(stored: unknown): RepresentationMetadata | null {
  const metadata = decodeMetadata(stored);
  if (metadata === null) return null;
  const { h: memory } = stored as Record<string, unknown>;
  return memory === undefined ? metadata : { ...metadata, memory };
}

/** The statuses that a stored representation can have. */
const STATUSES: readonly unknown[] = [200, 301, 308, 404, 410];

/** At least as many as contract 1 had. */
type Counts = [number, number, number, number, number, number, number?];

function isFieldValue(value: unknown): value is string {
  return typeof value === "string" && FIELD_VALUE.test(value);
}

function areCounts(values: unknown[]): values is Counts {
  return values.length > 5 && values.every(isCount);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
