/** Where one item of a feed lies in its identity bytes, and the edition that last changed it. */
export interface IndexedItem {
  readonly lengthBytes: number;
  /** Whole seconds since 1970. */
  readonly edition: number;
}

/** Where the items of a feed lie: after the head, one after the other, a separator between two. */
export interface ItemIndex {
  readonly headBytes: number;
  readonly separatorBytes: number;
  readonly items: readonly IndexedItem[];
}

/** Head and separator, then two numbers an item. */
const FRAME_NUMBERS = 2;
const ITEM_NUMBERS = 2;
const NUMBER_BYTES = 4;

/** Writes an index as unsigned 32-bit numbers, little-endian: nothing for the edge to parse. */
export function encodeItemIndex({ headBytes, separatorBytes, items }: ItemIndex): Uint8Array {
  const numbers = [headBytes, separatorBytes];
  for (const { lengthBytes, edition } of items) numbers.push(lengthBytes, edition);
  const view = new DataView(new ArrayBuffer(numbers.length * NUMBER_BYTES));
  for (const [at, number] of numbers.entries()) view.setUint32(at * NUMBER_BYTES, number, true);
  return new Uint8Array(view.buffer);
}

/** Reads what `encodeItemIndex` wrote; null where it cannot be the index of a body of that size. */
export function decodeItemIndex(bytes: Uint8Array, bodyBytes: number): ItemIndex | null {
  const count = bytes.byteLength / NUMBER_BYTES;
  if (count < FRAME_NUMBERS || count % ITEM_NUMBERS !== 0) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const numberAt = (at: number) => view.getUint32(at * NUMBER_BYTES, true);
  const items: IndexedItem[] = [];
  for (let at = FRAME_NUMBERS; at < count; at += ITEM_NUMBERS) {
    items.push({ lengthBytes: numberAt(at), edition: numberAt(at + 1) });
  }
  const index = { headBytes: numberAt(0), separatorBytes: numberAt(1), items };
  return itemsEnd(index) <= bodyBytes ? index : null;
}

/** Where the tail of the body begins. */
export function itemsEnd({ headBytes, separatorBytes, items }: ItemIndex): number {
  const separators = Math.max(0, items.length - 1) * separatorBytes;
  return items.reduce((sum, { lengthBytes }) => sum + lengthBytes, headBytes + separators);
}
