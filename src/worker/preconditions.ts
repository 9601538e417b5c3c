import type { EntityTag } from "../representation/entity-tag.ts";
import { entityTag, isWeak, opaqueTag, taggedEdition } from "../representation/entity-tag.ts";
import { parseHttpDate } from "./http-date.ts";

/** The validators of a representation. */
export interface Validators {
  readonly tag: EntityTag;
  /** Whole seconds since 1970. */
  readonly lastModified: number;
}

/** What the preconditions of a request come to. */
export type Precondition =
  | { readonly kind: "proceed" }
  /** The client has these bytes. They are newer than ours where this location lags behind. */
  | { readonly kind: "not-modified"; readonly validators: Validators }
  | { readonly kind: "failed" };

const PROCEED: Precondition = { kind: "proceed" };
const FAILED: Precondition = { kind: "failed" };

/** A location of KV may be this far behind another one, with room to spare. */
const LONGEST_LAG_SECONDS = 600;

/**
 * Decides a conditional GET or HEAD, in the order of RFC 9110 §13.2.2. Dates compare in whole seconds;
 * what cannot be parsed is ignored. `nowSeconds` is seconds since 1970. Never throws.
 */
export function evaluatePreconditions(
  fields: Headers,
  validators: Validators,
  nowSeconds: number,
): Precondition {
  // Step 1: If-Match, by strong comparison; step 2 counts only without it.
  const ifMatch = fields.get("If-Match");
  if (ifMatch !== null) {
    if (!isAny(ifMatch) && !listedTags(ifMatch).some((tag) => equalStrongly(tag, validators.tag)))
      return FAILED;
  } else {
    const unmodifiedSince = parseHttpDate(fields.get("If-Unmodified-Since") ?? "");
    if (unmodifiedSince !== null && validators.lastModified > unmodifiedSince) return FAILED;
  }
  // Step 3: If-None-Match, by weak comparison; step 4 counts only without it.
  const ifNoneMatch = fields.get("If-None-Match");
  if (ifNoneMatch !== null) {
    const tags = listedTags(ifNoneMatch);
    if (isAny(ifNoneMatch) || tags.some((tag) => equalWeakly(tag, validators.tag)))
      return { kind: "not-modified", validators };
    const newer = newerValidators(tags, validators, nowSeconds);
    return newer ? { kind: "not-modified", validators: newer } : PROCEED;
  }
  const modifiedSince = parseHttpDate(fields.get("If-Modified-Since") ?? "");
  return modifiedSince !== null && validators.lastModified <= modifiedSince
    ? { kind: "not-modified", validators }
    : PROCEED;
}

/** The tags of a list, as they are written (RFC 9110 §8.8.3, §5.6.1). What is no tag is left out. */
export function listedTags(list: string): EntityTag[] {
  return [...list.matchAll(/(?:W\/)?"[\x21\x23-\x7E]*"/g)].flatMap(([text]) => entityTag(text) ?? []);
}

/** RFC 9110 §8.8.3.2: both strong, and the same. */
export function equalStrongly(a: EntityTag, b: EntityTag): boolean {
  return a === b && !isWeak(a);
}

/** RFC 9110 §8.8.3.2, and what servers in front append when they recode a body. */
function equalWeakly(a: EntityTag, b: EntityTag): boolean {
  return opaqueWithoutCoding(a) === opaqueTag(b);
}

/** The opaque tag without the suffix of Apache, Caddy and Jetty, which recode and say so. */
export function opaqueWithoutCoding(tag: EntityTag): string {
  return opaqueTag(tag).replace(/(?:-|;|--)(?:gzip|br|zstd|deflate)$/, "");
}

/**
 * A subscriber that has a newer edition than we do got it from a location that is ahead of this one.
 * It keeps what it has, for as long as a location can lag: nobody goes back in time.
 */
function newerValidators(
  tags: readonly EntityTag[],
  { lastModified }: Validators,
  nowSeconds: number,
): Validators | null {
  for (const tag of tags) {
    const opaque = opaqueWithoutCoding(tag);
    const edition = taggedEdition(opaque)?.edition ?? 0;
    if (edition > lastModified && Math.abs(nowSeconds - edition) < LONGEST_LAG_SECONDS) {
      const own = entityTag(`W/"${opaque}"`);
      if (own) return { tag: own, lastModified: edition };
    }
  }
  return null;
}

function isAny(list: string): boolean {
  return list.trim() === "*";
}
