import type { StoredRange } from "../representation/codings.ts";
import { storedRange } from "../representation/codings.ts";
import { decodeItemIndex } from "../representation/item-index.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import type { Body } from "./bodies.ts";
import { codedPart, partOf, recoded, wholeValue } from "./bodies.ts";
import type { Decision } from "./decide.ts";
import { changedParts } from "./delta.ts";
import type { Fields } from "./header-fields.ts";
import { documentFields } from "./header-fields.ts";
import type { StoredDocument } from "./stored-document.ts";

/** What becomes an answer. */
export interface Reply {
  readonly status: number;
  readonly fields: Fields;
  readonly body: Body;
}

/**
 * A feed of the items that changed since the edition which the client has (226, RFC 3229), or the
 * whole feed where that is not much less. `Content-Encoding` is of what is sent: RFC 3229 §4.1 would
 * have it of the whole, but every reader that asks decodes first and then looks at the feed.
 */
export async function respondWithChanges(
  document: StoredDocument,
  { base, coding, otherwise }: Extract<Decision, { readonly kind: "changes" }>,
  nowSeconds: number,
): Promise<Reply> {
  const { metadata } = document;
  const value = await wholeValue(document);
  const parts = findParts(value, metadata, base.edition, nowSeconds);
  if (parts === null) {
    const fields = documentFields(metadata, nowSeconds, otherwise);
    return { status: 200, fields, body: codedPart(value, metadata, otherwise) };
  }
  const whole = await bytesOf(codedPart(value, metadata, "identity"));
  const changes = new Blob(parts.map((part) => partOf(whole, part)));
  const body = await bytesOf(coding === "gzip" ? recoded(changes, new CompressionStream("gzip")) : changes);
  const fields = {
    ...documentFields(metadata, nowSeconds, coding, body.byteLength),
    IM: "feed",
    "Delta-Base": base.tag,
    Vary: "Accept-Encoding, A-IM, If-None-Match",
    // No cache may give this to somebody who has another edition.
    "Cache-Control": "no-store",
    "Cloudflare-CDN-Cache-Control": "no-store",
  };
  return { status: 226, fields, body };
}

function findParts(
  value: Uint8Array,
  metadata: RepresentationMetadata,
  since: number,
  nowSeconds: number,
): StoredRange[] | null {
  const range = storedRange(metadata.stored, "index");
  const index = range && decodeItemIndex(partOf(value, range), metadata.sizeBytes);
  return index && changedParts(index, since, metadata, nowSeconds);
}

async function bytesOf(body: Body | Blob): Promise<Uint8Array> {
  return new Uint8Array(await new Response(body).arrayBuffer());
}
