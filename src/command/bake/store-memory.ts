import { hash } from "node:crypto";
import { listJournals } from "../../publish/listed-journals.ts";
import type { PublishedState } from "../../publish/stored-ledger.ts";
import { headDigest } from "../../publish/stored-ledger.ts";
import { LEDGER_KEY } from "../../representation/storage-key.ts";
import type { Store } from "../../store/store.ts";
import type { OpenedStore } from "../stores/open-store.ts";

/** Digest of what a store remembers: the journals that lie in it, and the ledger's head, which names its shards. */
export function memoryDigest({ journals, head }: Pick<PublishedState, "journals" | "head">): string {
  return digestOf([journals, head]);
}

/** The same, of a store as it is now. */
export async function storeMemory(store: Store): Promise<string> {
  // In the order of whoever reads all of it.
  const journals = await listJournals(store);
  const head = headDigest((await store.get(LEDGER_KEY))?.value ?? null);
  return memoryDigest({ journals, head });
}

/** Digest of which store it is, and of what it tells about the site's address. */
export function openedDigest({
  name,
  place,
  address,
}: Pick<OpenedStore, "name" | "place" | "address">): string {
  return digestOf([name, place.name, address]);
}

function digestOf(value: unknown): string {
  return hash("sha256", JSON.stringify(value), "base64url");
}
