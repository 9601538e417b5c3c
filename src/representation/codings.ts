/** The content codings that a representation can be stored or sent in (RFC 9110 §8.4.1). */
export type ContentCoding = "br" | "gzip" | "identity";

/** How many bytes of the stored value each part takes, in this order. Zero: the part is not there. */
export interface StoredLengths {
  readonly gzip: number;
  readonly brotli: number;
  readonly identity: number;
  /** The item index of a feed, for deltas. */
  readonly index: number;
}

/** A part of the stored value, in bytes. */
export interface StoredRange {
  readonly offset: number;
  readonly length: number;
}

/** Where a part's bytes lie in the stored value; null where they are not stored. */
export function storedRange(
  { gzip, brotli, identity, index }: StoredLengths,
  part: ContentCoding | "index",
): StoredRange | null {
  const [offset, length] = {
    gzip: [0, gzip] as const,
    br: [gzip, brotli] as const,
    identity: [gzip + brotli, identity] as const,
    index: [gzip + brotli + identity, index] as const,
  }[part];
  return length === 0 ? null : { offset, length };
}

/** Length of the whole stored value, in bytes. */
export function storedBytes({ gzip, brotli, identity, index }: StoredLengths): number {
  return gzip + brotli + identity + index;
}
