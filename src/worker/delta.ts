import { changedParts } from "../representation/changed-parts.ts";
import type { ContentCoding, StoredRange } from "../representation/codings.ts";
import { storedBytes, storedRange } from "../representation/codings.ts";
import type { EntityTag, TaggedEdition } from "../representation/entity-tag.ts";
import { listedTags, opaqueTag, opaqueWithoutCoding, taggedEdition } from "../representation/entity-tag.ts";
import { decodeItemIndex } from "../representation/item-index.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import { parseWeightedList } from "./accept.ts";
import type { ServedBody } from "./bodies.ts";
import { codedPart, leadingBytes, partOf, recoded } from "./bodies.ts";
import type { Fields } from "./header-fields.ts";
import { documentFields } from "./header-fields.ts";
import type { StoredDocument } from "./stored-document.ts";

/** More is not inflated for a delta: it could cost more than the 10 ms of CPU of the free plan (docs/http.md). */
const MAX_SOURCE_BYTES = 700_000;

/**
 * rss2email 3.13 sends `A-IM: feed`, since its library feedparser does, and takes a 226 for an error.
 * It comes under feedparser's name, so that programs which leave that name alone get the whole.
 */
const REFUSES_226 = /^(rss2email|feedparser)\//i;

/** The older edition that a client has, and its tag as the client wrote it. */
export interface DeltaBase extends TaggedEdition {
  readonly tag: EntityTag;
}

/**
 * The edition that a client asks to be told the changes since (RFC 3229 §10.5.3 with the manipulation
 * `feed`): the newest that it names, older than the stored one and made under the same settings.
 * Null where it does not ask, or where only the whole feed is sure to be right.
 */
export function deltaBase(fields: Headers, metadata: RepresentationMetadata): DeltaBase | null {
  const { tag, lastModified, stored, sizeBytes } = metadata;
  if (stored.index === 0 || sizeBytes > MAX_SOURCE_BYTES || !takesChanges(fields)) return null;
  const settings = taggedEdition(opaqueTag(tag))?.settings;
  let best: DeltaBase | null = null;
  for (const named of listedTags(fields.get("If-None-Match") ?? "")) {
    const known = taggedEdition(opaqueWithoutCoding(named));
    const usable = known && known.settings === settings && known.edition < lastModified;
    if (usable && known.edition > (best?.edition ?? 0)) best = { ...known, tag: named };
  }
  return best;
}

function takesChanges(fields: Headers): boolean {
  const asks = parseWeightedList(fields.get("A-IM") ?? "").some(
    ({ name, weight }) => name === "feed" && weight > 0,
  );
  return asks && !REFUSES_226.test(fields.get("User-Agent") ?? "");
}

/** A feed of what changed since `base`; the whole in `otherwise` where that turns out to be too much. */
export interface DeltaParts {
  readonly base: DeltaBase;
  readonly coding: "gzip" | "identity";
  readonly otherwise: ContentCoding;
}

/** What becomes an answer. */
export interface Reply {
  readonly status: number;
  readonly fields: Fields;
  readonly body: ServedBody;
}

/**
 * A feed of the items that changed since the edition which the client has (226, RFC 3229), or the
 * whole feed where that is not much less. `Content-Encoding` is of what is sent: RFC 3229 §4.1 would
 * have it of the whole, but every reader that asks decodes first and then looks at the feed.
 */
export async function respondWithChanges(
  document: StoredDocument,
  { base, coding, otherwise }: DeltaParts,
  nowSeconds: number,
): Promise<Reply> {
  const { metadata } = document;
  const value = await leadingBytes(document.body, storedBytes(metadata.stored));
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

async function bytesOf(body: ServedBody | Blob): Promise<Uint8Array> {
  return new Uint8Array(await new Response(body).arrayBuffer());
}
