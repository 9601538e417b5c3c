import type { StoredRange } from "../representation/codings.ts";
import { storedRange } from "../representation/codings.ts";
import { decodeItemIndex } from "../representation/item-index.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import type { Body } from "./bodies.ts";
import { codedLength, codedPart, gzipped, joinParts, partOf, wholeValue } from "./bodies.ts";
import type { Decision } from "./decide.ts";
import { changedParts } from "./delta.ts";
import type { EdgeRequest } from "./edge-request.ts";
import { documentFields } from "./header-fields.ts";
import type { StoredDocument } from "./stored-document.ts";

/**
 * Sends a feed of the items that changed since the edition which the client has (226, RFC 3229), or
 * the whole feed where that is not much less. `Content-Encoding` is of what is sent: RFC 3229 §4.1
 * would have it of the whole, but every reader that asks decodes first and then looks at the feed.
 */
export async function respondWithChanges(
  { method, nowSeconds }: EdgeRequest,
  document: StoredDocument,
  { base, coding, otherwise }: Extract<Decision, { readonly kind: "changes" }>,
): Promise<Response> {
  const { metadata } = document;
  const value = await wholeValue(document);
  const fields = documentFields(metadata, nowSeconds);
  const parts = findParts(value, metadata, base.edition, nowSeconds);
  if (parts === null) {
    if (otherwise !== "identity") fields.set("Content-Encoding", otherwise);
    fields.set("Content-Length", String(codedLength(metadata, otherwise)));
    return send(200, method, fields, method === "GET" ? codedPart(value, metadata, otherwise) : null);
  }
  const whole = await identityBytes(value, metadata);
  const changes = joinParts(whole, parts);
  const sent = coding === "gzip" ? await gzipped(changes) : changes;
  if (coding === "gzip") fields.set("Content-Encoding", "gzip");
  fields.set("Content-Length", String(sent.byteLength));
  fields.set("IM", "feed");
  fields.set("Delta-Base", base.tag);
  fields.set("Vary", "Accept-Encoding, A-IM, If-None-Match");
  // No cache may give this to somebody who has another edition.
  fields.set("Cache-Control", "no-store");
  fields.set("Cloudflare-CDN-Cache-Control", "no-store");
  return send(226, method, fields, sent);
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

async function identityBytes(value: Uint8Array, metadata: RepresentationMetadata): Promise<Uint8Array> {
  const identity = codedPart(value, metadata, "identity");
  return identity instanceof Uint8Array
    ? identity
    : new Uint8Array(await new Response(identity).arrayBuffer());
}

function send(status: number, method: EdgeRequest["method"], headers: Headers, body: Body | null): Response {
  return new Response(method === "HEAD" ? null : body, { status, headers, encodeBody: "manual" });
}
