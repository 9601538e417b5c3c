import { cacheControl, DELIVERY } from "../representation/cache-policy.ts";
import type { ContentCoding } from "../representation/codings.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import { httpDate } from "./http-date.ts";
import { CROSS_ORIGIN_FIELDS } from "./plain-answer.ts";
import type { Validators } from "./preconditions.ts";

/** Header fields by name. */
export type Fields = Readonly<Record<string, string>>;

/**
 * The fields that a 200 and its 304 have alike (RFC 9110 §15.4.5), and no others: validators, cache
 * life, `Vary`, `Date`, and leave for other origins. Only a 200 has validators.
 */
export function sharedFields(
  { kind, pollSeconds, status }: RepresentationMetadata,
  { tag, lastModified }: Validators,
  nowSeconds: number,
): Fields {
  const policy = DELIVERY[kind];
  return {
    "Cache-Control": cacheControl(policy, pollSeconds),
    Date: httpDate(nowSeconds),
    ...(policy.crossOrigin && CROSS_ORIGIN_FIELDS),
    ...(status === 200 && { ETag: tag, "Last-Modified": httpDate(lastModified) }),
    // Media are sent as they are, whatever a client accepts.
    ...(!policy.ranges && { Vary: `Accept-Encoding${policy.alsoVaries ?? ""}` }),
  };
}

/** The fields of an answer with a body in a coding: the shared ones, and those that describe it. */
export function documentFields(
  metadata: RepresentationMetadata,
  nowSeconds: number,
  lengthBytes: number,
  coding: ContentCoding,
): Fields {
  const { kind, type, link } = metadata;
  return {
    ...sharedFields(metadata, metadata, nowSeconds),
    ...DELIVERY[kind].fields,
    "Cloudflare-CDN-Cache-Control": DELIVERY[kind].edge,
    "Content-Type": type,
    "Content-Length": String(lengthBytes),
    ...(coding !== "identity" && { "Content-Encoding": coding }),
    ...(link && { Link: link }),
  };
}
