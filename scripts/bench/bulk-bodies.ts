import type { WantedDocument } from "../../src/publish/document-stages.ts";
import { encodeMetadata } from "../../src/representation/encode-metadata.ts";

/** Pairs of one bulk request. */
const PAIRS = 1000;

/** Documents as the bodies of bulk requests, made beforehand. */
export function bulkBodies(documents: readonly WantedDocument[]): string[] {
  return Array.from({ length: Math.ceil(documents.length / PAIRS) }, (_, at) =>
    JSON.stringify(bulkPairs(documents.slice(at * PAIRS, (at + 1) * PAIRS))),
  );
}

/** Documents as pairs of a bulk request, or of a file for `wrangler kv bulk put`. */
export function bulkPairs(documents: readonly WantedDocument[]): unknown[] {
  return documents.flatMap(({ key, representation }) => {
    if (representation === null) return [];
    const value = Buffer.from(representation.value).toString("base64");
    return [{ key, value, base64: true, metadata: encodeMetadata(representation.metadata) }];
  });
}
