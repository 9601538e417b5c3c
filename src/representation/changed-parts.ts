import type { StoredRange } from "./codings.ts";
import type { ItemIndex } from "./item-index.ts";
import { itemsEnd } from "./item-index.ts";
import type { RepresentationMetadata } from "./representation.ts";

/** More is not compressed again for a delta: it could cost more than the 10 ms of CPU that a request has. */
const MAX_CHANGED_BYTES = 65_536;

/**
 * A client that still names an edition which was superseded so long ago polls seldom, or takes a 226
 * for an error and asks for the same delta again and again: the whole brings it on.
 */
const LONGEST_DELTA_SECONDS = 3 * 3600;

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
