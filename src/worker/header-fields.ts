import { cacheControl, DELIVERY, edgeControl } from "../representation/cache-policy.ts";
import type { ContentCoding } from "../representation/codings.ts";
import { storedRange } from "../representation/codings.ts";
import { httpDate } from "../representation/http-date.ts";
import { CROSS_ORIGIN_FIELDS } from "./plain-answer.ts";
import type { Validators } from "./preconditions.ts";
import type { ShownMetadata, StoredDocument } from "./stored-document.ts";

/** Header fields by name. */
export type Fields = Readonly<Record<string, string>>;

/**
 * The fields that a 200 and its 304 have alike (RFC 9110 §15.4.5), and no others: validators, cache
 * life, `Vary`, `Date`, and leave for other origins. Only a 200 has validators.
 */
export function sharedFields(
  { kind, pollSeconds, status, changesAt = Infinity }: ShownMetadata,
  { tag, lastModified }: Validators,
  nowSeconds: number,
): Fields {
  const policy = DELIVERY[kind];
  return {
    "Cache-Control": cacheControl(policy, pollSeconds, changesAt - nowSeconds),
    Date: httpDate(nowSeconds),
    ...(policy.crossOrigin && CROSS_ORIGIN_FIELDS),
    ...(status === 200 && { ETag: tag, "Last-Modified": httpDate(lastModified) }),
    // Media are sent as they are, whatever a client accepts.
    ...(!policy.ranges && { Vary: `Accept-Encoding${policy.alsoVaries ?? ""}` }),
  };
}

/**
 * The fields of an answer with a body in a coding: the shared ones, and those that describe it. Its
 * length is that of the whole where none is given.
 */
export function documentFields(
  metadata: ShownMetadata,
  nowSeconds: number,
  coding: ContentCoding,
  lengthBytes: number = storedRange(metadata.stored, coding)?.length ?? metadata.sizeBytes,
): Fields {
  const { kind, type, link, disposition, changesAt = Infinity } = metadata;
  return {
    ...sharedFields(metadata, metadata, nowSeconds),
    ...DELIVERY[kind].fields,
    "Cloudflare-CDN-Cache-Control": edgeControl(DELIVERY[kind], changesAt - nowSeconds),
    "Content-Type": type,
    "Content-Length": String(lengthBytes),
    ...(coding !== "identity" && { "Content-Encoding": coding }),
    ...(disposition && { "Content-Disposition": disposition }),
    ...(link && { Link: link }),
  };
}

/**
 * Fields as the runtime takes them, made once for equal metadata and a word for the kind of answer: to
 * hand them over one by one takes twice as long (docs/performance.md).
 */
export function headersOnce(
  { made }: StoredDocument,
  answer: string,
  nowSeconds: number,
  make: () => Fields,
): Headers {
  made[answer] ??= new Headers(make());
  const headers = made[answer];
  headers.set("Date", httpDate(nowSeconds));
  return headers;
}
