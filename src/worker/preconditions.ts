import type { EntityTag } from "../representation/entity-tag.ts";
import { parseHttpDate } from "./http-date.ts";

/** The validators of the representation that is stored now. */
export interface Validators {
  readonly tag: EntityTag;
  /** Whole seconds since 1970. */
  readonly lastModified: number;
}

/** What the preconditions of a request come to. */
export type Precondition = "proceed" | "not-modified";

/**
 * Decides a conditional GET or HEAD (RFC 9110 §13.2.2). If-None-Match wins over If-Modified-Since;
 * dates compare in whole seconds; what cannot be parsed is ignored. Never throws.
 */
export function evaluatePreconditions(fields: Headers, validators: Validators): Precondition {
  const ifNoneMatch = fields.get("If-None-Match");
  if (ifNoneMatch !== null) {
    return matchesWeakly(ifNoneMatch, validators.tag) ? "not-modified" : "proceed";
  }
  const since = parseHttpDate(fields.get("If-Modified-Since") ?? "");
  return since !== null && validators.lastModified <= since ? "not-modified" : "proceed";
}

/** Weak comparison (RFC 9110 §8.8.3.2) with any member of a list, or `*`. */
function matchesWeakly(list: string, tag: EntityTag): boolean {
  if (list.trim() === "*") return true;
  const opaque = opaqueTag(tag);
  return [...list.matchAll(/(?:W\/)?"([\x21\x23-\x7E\x80-\xFF]*)"/g)].some(
    ([, candidate = ""]) => candidate.replace(CODING_SUFFIX, "") === opaque,
  );
}

/** What servers in front append to a tag when they recode a body (Apache, Caddy). */
const CODING_SUFFIX = /(?:-|;)(?:gzip|br|zstd|deflate)$/;

function opaqueTag(tag: string): string {
  return tag.slice(tag.indexOf('"') + 1, -1);
}
