import { cacheControl, DELIVERY } from "../representation/cache-policy.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import { httpDate } from "./http-date.ts";
import { CROSS_ORIGIN_FIELDS } from "./plain-answer.ts";
import type { Validators } from "./preconditions.ts";

/**
 * The fields that a 200 and its 304 have alike (RFC 9110 §15.4.5), and no others: validators, cache
 * life, `Vary`, `Date`, and leave for other origins. Only a 200 has validators.
 */
export function sharedFields(
  metadata: RepresentationMetadata,
  { tag, lastModified }: Validators,
  nowSeconds: number,
): Headers {
  const policy = DELIVERY[metadata.kind];
  const fields = new Headers({
    "Cache-Control": cacheControl(policy, metadata.pollSeconds),
    Date: httpDate(nowSeconds),
    ...(policy.crossOrigin && CROSS_ORIGIN_FIELDS),
  });
  if (metadata.status === 200) {
    fields.set("ETag", tag);
    fields.set("Last-Modified", httpDate(lastModified));
  }
  // Media are sent as they are, whatever a client accepts.
  if (!policy.ranges) fields.set("Vary", "Accept-Encoding");
  return fields;
}

/** The fields of an answer with a body: the shared ones, and those that describe the document. */
export function documentFields(metadata: RepresentationMetadata, nowSeconds: number): Headers {
  const fields = sharedFields(metadata, metadata, nowSeconds);
  fields.set("Cloudflare-CDN-Cache-Control", DELIVERY[metadata.kind].edge);
  for (const [name, value] of Object.entries(DELIVERY[metadata.kind].fields)) fields.set(name, value);
  fields.set("Content-Type", metadata.type);
  if (metadata.link) fields.set("Link", metadata.link);
  return fields;
}
