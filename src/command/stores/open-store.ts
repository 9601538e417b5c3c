import { existsSync } from "node:fs";
import type { Freshness } from "../../publish/stored-ledger.ts";
import { CONTRACT_VERSION } from "../../representation/contract.ts";
import { MemoryStore } from "../../store/memory-store.ts";
import type { Store } from "../../store/store.ts";
import type { BakeFlags } from "../flags/bake-flags.ts";
import type { OpenLocal } from "../flags/setting.ts";
import { lastEdition } from "./edition-guard.ts";
import { endedPublish } from "./own-publish.ts";
import type { RemoteSite } from "./remote-site.ts";

/** What a command needs of a store. */
export interface StoreNeeds {
  /** Where the links of a deployed site lead. */
  readonly needsAddress: boolean;
  /** A local store has one writer at a time; anybody may read it meanwhile. */
  readonly writes: boolean;
}

/** A store, and how to read it. */
export interface OpenedStore {
  readonly store: Store;
  /** What the state folder calls it. */
  readonly name: string;
  /** What people call it. */
  readonly place: StorePlace;
  readonly freshness: Freshness;
  /** Where the links of a deployed site lead. */
  readonly address: RemoteSite["address"];
  /** The newest contract that the worker reads; null where nobody can tell. Of a local store it is this program's. */
  readonly readsContract: RemoteSite["readsContract"];
}

/** A store as people are told of it, and how they name another. */
export interface StorePlace {
  readonly name: string;
  /** " with --persist-to" and the like. */
  readonly flag: string;
}

/** How long a remote store that shows old data is waited for: KV may lag by a minute. */
const STALE_PAUSES_MS = [2_000, 10_000, 30_000, 30_000] as const;

/** "60 seconds or more", and as long as the last writes of a slow publish take. */
const KV_LAG_SECONDS = 600;

/** Opens the store that the flags name; a dry run makes none where there is none. Throws `StoreError`. */
export async function openStore(
  flags: Pick<BakeFlags, "persistTo" | "remote" | "env" | "config" | "dryRun" | "now">,
  needs: StoreNeeds,
  openLocal: OpenLocal = openLocalStore,
): Promise<OpenedStore> {
  // What speaks to Cloudflare loads for nobody else.
  const remote = flags.remote ? await (await import("./remote-site.ts")).openRemote(flags, needs) : null;
  const isMissing = flags.dryRun && !existsSync(flags.persistTo);
  const store = remote?.store ?? (isMissing ? new MemoryStore() : await openLocal(flags, needs));
  const name = remote ? store.name : "local";
  return {
    store,
    name,
    place: remote
      ? { name: `the worker ${remote.worker}`, flag: " with --env or --config" }
      : { name: `the store ${flags.persistTo}`, flag: " with --persist-to" },
    freshness: {
      newestEdition: lastEdition(flags.persistTo, name),
      pausesMs: remote ? STALE_PAUSES_MS : [],
      lagSeconds: remote ? KV_LAG_SECONDS : 0,
      ended: endedPublish(flags.persistTo),
      now: flags.now ?? Math.floor(Date.now() / 1000),
    },
    address: remote?.address ?? {},
    readsContract: remote?.readsContract ?? (async () => CONTRACT_VERSION),
  };
}

/** Miniflare takes half a second to load, which no other flag than a real bake should cost. */
export const openLocalStore: OpenLocal = async ({ persistTo }, { writes }) => {
  const [{ LocalStore }, { lockStore }] = await Promise.all([
    import("../../store/local-store.ts"),
    import("../../store/store-lock.ts"),
  ]);
  return LocalStore.open(persistTo, writes ? await lockStore(persistTo) : null);
};
