import type { StoredLengths } from "./representation.ts";

/** The content codings that a representation can be stored or sent in (RFC 9110 §8.4.1). */
export type ContentCoding = "br" | "gzip" | "identity";

/** Where a coding's bytes lie in the stored value; null where they are not stored. */
export function storedRange(
  lengths: StoredLengths,
  coding: ContentCoding,
): { readonly offset: number; readonly length: number } | null {
  const { gzip, brotli, identity } = lengths;
  const [offset, length] = {
    gzip: [0, gzip] as const,
    br: [gzip, brotli] as const,
    identity: [gzip + brotli, identity] as const,
  }[coding];
  return length === 0 ? null : { offset, length };
}

/** Length of the whole stored value, in bytes. */
export function storedBytes(lengths: StoredLengths): number {
  return lengths.gzip + lengths.brotli + lengths.identity;
}
