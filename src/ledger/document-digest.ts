import { digestOf } from "../article/digest.ts";

/**
 * What tells one document from another, of its lasting metadata: equal digests mean equal metadata
 * and, by the entity tag, equal bodies. How a body was compressed does not count.
 */
export function documentDigest(lastingMetadata: string): string {
  return digestOf(lastingMetadata);
}

/** Of a document that nobody knows: it equals nothing. */
export const UNKNOWN_DIGEST = "";
