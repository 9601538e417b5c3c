import type { EntityTag } from "../representation/entity-tag.ts";
import {
  entityTag,
  isWeak,
  listedTags,
  opaqueTag,
  opaqueWithoutCoding,
  taggedEdition,
} from "../representation/entity-tag.ts";
import { parseHttpDate } from "../representation/http-date.ts";
import { LONGEST_LAG_SECONDS } from "../representation/longest-lag.ts";

/** The validators of a representation. */
export interface Validators {
  readonly tag: EntityTag;
  /** Whole seconds since 1970. */
  readonly lastModified: number;
  /** When another representation takes its place by itself, in the same; absent where none is known to. */
  readonly changesAt?: number;
}

/**
 * What the preconditions of a request come to. Validators: not modified, the client has these bytes,
 * which are newer than ours where this location lags behind.
 */
export type Precondition = "proceed" | "failed" | Validators;

/**
 * Decides a conditional GET or HEAD, in the order of RFC 9110 §13.2.2. Dates compare in whole seconds;
 * what cannot be parsed is ignored. `nowSeconds` is seconds since 1970. Never throws.
 */
export function evaluatePreconditions(
  fields: Headers,
  validators: Validators,
  nowSeconds: number,
): Precondition {
  const { tag, lastModified } = validators;
  // Step 1: If-Match, by strong comparison; step 2 counts only without it.
  const ifMatch = fields.get("If-Match");
  const unmodifiedSince = dateOf(fields, "If-Unmodified-Since", nowSeconds);
  const failed =
    ifMatch === null
      ? unmodifiedSince !== null && lastModified > unmodifiedSince
      : !isAny(ifMatch) && !listedTags(ifMatch).some((one) => equalStrongly(one, tag));
  if (failed) return "failed";
  // Step 3: If-None-Match, by weak comparison; step 4 counts only without it.
  const ifNoneMatch = fields.get("If-None-Match");
  if (ifNoneMatch === null) {
    const modifiedSince = dateOf(fields, "If-Modified-Since", nowSeconds);
    return modifiedSince !== null && lastModified <= modifiedSince ? validators : "proceed";
  }
  const tags = listedTags(ifNoneMatch);
  if (isAny(ifNoneMatch) || tags.some((one) => equalWeakly(one, tag))) return validators;
  return newerValidators(tags, validators, nowSeconds) ?? "proceed";
}

/** RFC 9110 §8.8.3.2: both strong, and the same. */
export function equalStrongly(a: EntityTag, b: EntityTag): boolean {
  return a === b && !isWeak(a);
}

/** RFC 9110 §8.8.3.2, and what servers in front append when they recode a body. */
function equalWeakly(a: EntityTag, b: EntityTag): boolean {
  return opaqueWithoutCoding(a) === opaqueTag(b);
}

/**
 * A subscriber that has a newer edition than we do got it from a location that is ahead of this one.
 * It keeps what it has, for as long as a location can lag: nobody goes back in time.
 */
function newerValidators(
  tags: readonly EntityTag[],
  { lastModified, changesAt = Infinity }: Validators,
  nowSeconds: number,
): Validators | null {
  for (const tag of tags) {
    const opaque = opaqueWithoutCoding(tag);
    const edition = taggedEdition(opaque)?.edition ?? 0;
    // What is sealed is no match before its instant.
    const isSealed = edition >= changesAt;
    if (edition > lastModified && !isSealed && Math.abs(nowSeconds - edition) < LONGEST_LAG_SECONDS) {
      return { tag: entityTag(`W/"${opaque}"`) ?? tag, lastModified: edition };
    }
  }
  return null;
}

function dateOf(fields: Headers, name: string, nowSeconds: number): number | null {
  const text = fields.get(name);
  return text ? parseHttpDate(text, nowSeconds) : null;
}

function isAny(list: string): boolean {
  return list.trim() === "*";
}
