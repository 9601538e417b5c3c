import type { EpochSeconds } from "../article/values.ts";
import type { FeedText } from "../render/feeds/feed-model.ts";
import type { ItemIndex } from "../representation/item-index.ts";

/** Finds where each item of a feed lies in its UTF-8 bytes. `editions` go with the items, in order. */
export function indexItems(
  { head, items, separator }: FeedText,
  editions: readonly EpochSeconds[],
): ItemIndex {
  return {
    headBytes: Buffer.byteLength(head),
    separatorBytes: Buffer.byteLength(separator),
    items: items.map((item, index) => {
      const edition = editions[index];
      if (edition === undefined) throw new RangeError("an item without an edition");
      return { lengthBytes: Buffer.byteLength(item), edition };
    }),
  };
}
