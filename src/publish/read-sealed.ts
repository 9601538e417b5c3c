import { documentDigest } from "../ledger/document-digest.ts";
import { decodeMemory } from "../ledger/memory.ts";
import type { RememberedState } from "../ledger/rebuild.ts";
import { lastingMetadata } from "../representation/encode-metadata.ts";
import type { RepresentationMetadata } from "../representation/representation.ts";
import { rememberedStates } from "../representation/sealed-states.ts";
import type { StorageKey } from "../representation/storage-key.ts";
import type { Store } from "../store/store.ts";
import type { Survey } from "./survey.ts";

/** Reads the states that lie behind the present ones of documents; those of a damaged value are passed over. */
export async function readSealed({ documents }: Survey, store: Store): Promise<readonly RememberedState[]> {
  const states: RememberedState[] = [];
  for (const [key, { metadata }] of documents) {
    if (metadata.sealed === undefined) continue;
    const stored = await store.get(key as StorageKey);
    for (const state of (stored && rememberedStates(stored.value, metadata)) ?? []) {
      states.push({ key, at: state.at, document: state.metadata && documentOf(key, state.metadata) });
    }
  }
  return states;
}

function documentOf(key: string, metadata: RepresentationMetadata) {
  const digest = documentDigest(lastingMetadata(metadata));
  return { key, record: { digest, edition: metadata.lastModified }, memory: decodeMemory(metadata.memory) };
}
