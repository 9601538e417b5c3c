import type { StoredRange } from "../representation/codings.ts";
import type { EntityTag, TaggedEdition } from "../representation/entity-tag.ts";
import { listedTags, opaqueTag, taggedEdition } from "../representation/entity-tag.ts";
import type { ItemIndex } from "../representation/item-index.ts";
import { itemsEnd } from "../representation/item-index.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import { opaqueWithoutCoding } from "./preconditions.ts";
import { parseWeightedList } from "./weighted-list.ts";

/**
 * What is inflated, and what is compressed again, for a delta: past this it could cost more than the
 * 10 ms of CPU that a request has on the free plan (docs/http.md).
 */
const MAX_SOURCE_BYTES = 700_000;
const MAX_CHANGED_BYTES = 65_536;

/**
 * A client that still names an edition which was superseded so long ago polls seldom, or takes a 226
 * for an error and asks for the same delta again and again: the whole brings it on.
 */
const LONGEST_DELTA_SECONDS = 3 * 3600;

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

/**
 * The parts of a feed that make a feed of the items changed since an edition: its head, those items
 * with the separators that they need, its tail. Null where the whole is better: it is not twice as
 * long, the changes are many, or the client has been behind for too long. `nowSeconds` is seconds since 1970.
 */
export function changedParts(
  index: ItemIndex,
  since: number,
  { sizeBytes, lastModified }: Pick<RepresentationMetadata, "sizeBytes" | "lastModified">,
  nowSeconds: number,
): StoredRange[] | null {
  const parts: StoredRange[] = [{ offset: 0, length: index.headBytes }];
  let offset = index.headBytes;
  let superseded = lastModified;
  for (const { lengthBytes, edition } of index.items) {
    if (edition > since) {
      // The separator that stands before an item, except before the first that is sent.
      const separator = parts.length === 1 ? 0 : index.separatorBytes;
      parts.push({ offset: offset - separator, length: lengthBytes + separator });
      superseded = Math.min(superseded, edition);
    }
    offset += lengthBytes + index.separatorBytes;
  }
  if (nowSeconds - superseded > LONGEST_DELTA_SECONDS) return null;
  const tail = itemsEnd(index);
  parts.push({ offset: tail, length: sizeBytes - tail });
  const total = parts.reduce((sum, { length }) => sum + length, 0);
  return total <= Math.min(sizeBytes / 2, MAX_CHANGED_BYTES) ? parts : null;
}
