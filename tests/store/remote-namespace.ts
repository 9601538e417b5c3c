import type { StorageKey } from "../../src/representation/storage-key.ts";
import { RemoteStore } from "../../src/store/remote-store.ts";
import type { RetryPolicy } from "../../src/store/retry-policy.ts";
import type { StoreEntry } from "../../src/store/store.ts";
import { startStandIn } from "./start-stand-in.ts";

/** Tries as often as a publisher's, without the waits. */
export const HASTY: RetryPolicy = { attempts: 8, firstDelayMs: 0, longestDelayMs: 0, answerMs: 5000 };

/** An empty namespace, and a store over it. */
export async function setUp(policy: RetryPolicy = HASTY) {
  const cloudflare = await startStandIn();
  const namespace = cloudflare.addNamespace("feedwright-documents");
  return { cloudflare, namespace, store: new RemoteStore(cloudflare.account, namespace.id, policy) };
}

/** A pair whose value repeats its key. */
export function entry(key: string, size = 10, stage?: string): StoreEntry {
  const value = Buffer.alloc(size, key);
  return { key: key as StorageKey, value, metadata: { k: key }, ...(stage !== undefined && { stage }) };
}

/** So many of them, in the order of their keys. */
export function entries(count: number, size = 10, stage?: string): StoreEntry[] {
  return Array.from({ length: count }, (_, n) => entry(`/a/${String(n).padStart(5, "0")}`, size, stage));
}

/** What a store lists. */
export async function keysOf(store: RemoteStore, prefix?: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix)) keys.push(key);
  return keys;
}
