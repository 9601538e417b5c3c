import type { FeedText } from "../render/feeds/feed-model.ts";
import type { ItemIndex } from "../representation/item-index.ts";

/** Finds where each item of a feed lies in its UTF-8 bytes. */
export function indexItems({ head, items, separator }: FeedText): ItemIndex {
  return {
    headBytes: Buffer.byteLength(head),
    separatorBytes: Buffer.byteLength(separator),
    items: items.map(({ text, edition }) => ({ lengthBytes: Buffer.byteLength(text), edition })),
  };
}
