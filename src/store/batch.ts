import type { StoreEntry } from "./store.ts";
import { sizeOf } from "./store.ts";

/**
 * Packs entries into one body: four bytes (little-endian) with the length of a JSON list of
 * `[key, metadata, length]`, the list, then the values one after the other. Each value is read once.
 */
export function packBatch(entries: readonly StoreEntry[]): Uint8Array<ArrayBuffer> {
  const list = entries.map((entry) => [entry.key, entry.metadata, sizeOf(entry)]);
  const head = new TextEncoder().encode(JSON.stringify(list));
  const total = entries.reduce((sum, entry) => sum + sizeOf(entry), 4 + head.byteLength);
  const packed = new Uint8Array(total);
  new DataView(packed.buffer).setUint32(0, head.byteLength, true);
  packed.set(head, 4);
  let offset = 4 + head.byteLength;
  for (const { value } of entries) {
    packed.set(value, offset);
    offset += value.byteLength;
  }
  return packed;
}
