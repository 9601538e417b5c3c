import { gunzipSync } from "node:zlib";
import { decodeMetadata } from "../../../src/representation/decode-metadata.ts";
import type { RepresentationMetadata } from "../../../src/representation/representation.ts";
import { openSealedStates } from "../../../src/representation/sealed-states.ts";
import type { StorageKey } from "../../../src/representation/storage-key.ts";
import type { Store } from "../../../src/store/store.ts";

/** What a store shows under a key. */
export interface Shown {
  readonly metadata: Omit<RepresentationMetadata, "stored" | "sealed" | "from" | "memory">;
  readonly body: string;
}

/** All that a store shows at an instant, by key: as the edge finds it, but for headers. */
export async function shownAt(store: Store, now: number): Promise<Map<string, Shown>> {
  const shown = new Map<string, Shown>();
  for await (const { key, metadata: stored } of store.list()) {
    const metadata = decodeMetadata(stored);
    const value = (await store.get(key as StorageKey))?.value;
    if (metadata === null || value === undefined || (metadata.from ?? 0) > now) continue;
    const states = openSealedStates(value, metadata);
    if (states === null) throw new Error(`${key} holds no table of states`);
    const first = { at: 0, metadata, offset: 0 };
    const state = [first, ...states].findLast(({ at }) => at <= now);
    if (state?.metadata) shown.set(key, pieceOf(state.metadata, value.subarray(state.offset)));
  }
  return shown;
}

function pieceOf(metadata: RepresentationMetadata, value: Uint8Array): Shown {
  const { stored, sealed: _, from: __, ...rest } = metadata;
  const { gzip, brotli, identity } = stored;
  const body =
    gzip > 0 ? gunzipSync(value.subarray(0, gzip)) : value.subarray(gzip + brotli, gzip + brotli + identity);
  return { metadata: rest, body: Buffer.from(body).toString() };
}
