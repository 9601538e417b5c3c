import type { StoreEntry } from "./store.ts";
import { sizeOf } from "./store.ts";

/**
 * What one bulk request holds here. Cloudflare takes 10,000 pairs and 100 MB; a smaller one is
 * cheaper to try again. https://developers.cloudflare.com/api/resources/kv/
 */
export const BULK: BulkLimits = { pairs: 1000, bytes: 8_000_000 };

/** Most pairs, and most bytes of JSON, of one request. */
export interface BulkLimits {
  readonly pairs: number;
  readonly bytes: number;
}

/** A pair as the bulk request writes it, already JSON. */
export interface BulkPair {
  readonly key: string;
  readonly json: string;
}

/** Pairs that may be under way together. */
export interface BulkStage {
  readonly batches: readonly (readonly StoreEntry[])[];
  /** Whether their order among themselves does not matter. */
  readonly unordered: boolean;
}

/**
 * Cuts a list into stages, and these into batches. Neighbours of one `stage` have no order among
 * themselves; no batch reaches over the end of a stage. A pair of more than `bytes` goes alone.
 */
export function bulkStages(entries: readonly StoreEntry[], limits: BulkLimits = BULK): BulkStage[] {
  const stages: { batches: StoreEntry[][]; unordered: boolean }[] = [];
  let before: StoreEntry | null = null;
  let bytes = 0;
  for (const entry of entries) {
    const size = encodedBytes(entry);
    if (before === null || before.stage !== entry.stage) {
      stages.push({ batches: [], unordered: entry.stage !== undefined });
      bytes = Infinity;
    }
    const batches = stages.at(-1)?.batches ?? [];
    const batch = batches.at(-1);
    bytes += size;
    if (batch && bytes <= limits.bytes && batch.length < limits.pairs) batch.push(entry);
    else {
      batches.push([entry]);
      bytes = size;
    }
    before = entry;
  }
  return stages;
}

/** The pair as JSON: a value is bytes, so it travels in base64. */
export function bulkPair({ key, value, metadata }: StoreEntry): BulkPair {
  const base64 = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("base64");
  const json = JSON.stringify({ key, value: base64, base64: true, ...(metadata !== null && { metadata }) });
  return { key, json };
}

/** About what a pair takes on the wire; metadata and frame are at most 1.7 kB. */
function encodedBytes(entry: StoreEntry): number {
  return Math.ceil(sizeOf(entry) / 3) * 4 + 1_700;
}
