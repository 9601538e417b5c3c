import { randomUUID } from "node:crypto";
import { accessSync, constants, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { LOADER_SCRIPT } from "./loader.ts";
import { LoaderStore } from "./loader-store.ts";
import { localFault, unknownFault } from "./local-fault.ts";
import { saidOf } from "./said-of.ts";
import { startMiniflare } from "./start-miniflare.ts";
import { StoreError } from "./store.ts";
import type { StoreLock } from "./store-lock.ts";

/** Where Miniflare keeps what `wrangler dev --persist-to` is given a folder for. */
export function storageFolder(persistTo: string): string {
  return join(resolve(persistTo), "v3");
}

/** Of every worker that works on the local store, as in wrangler.toml. */
export const WORKER_FRAME = {
  compatibilityDate: "2026-10-01",
  // The names of the bindings name what is local too, since it has no ids.
  kvNamespaces: { DOCUMENTS: "DOCUMENTS" },
  r2Buckets: { MEDIA: "MEDIA" },
};

/** What Miniflare is told for every local store. */
export function storeFrame(persistTo: string) {
  return {
    resourcePersistencePath: storageFolder(persistTo),
    cf: false as const,
    telemetry: { enabled: false },
  };
}

/** The worker behind a local store, and the path below which it answers, which nobody else knows. */
export function loaderWorker() {
  const door = `/${randomUUID()}/`;
  const worker = {
    ...WORKER_FRAME,
    name: "loader",
    modules: true as const,
    script: LOADER_SCRIPT,
    bindings: { DOOR: door },
  };
  return { door, worker };
}

/**
 * The KV of `wrangler dev`: a folder on this machine, written by a small worker inside workerd,
 * which is twice as fast as writing through Miniflare's own API.
 */
export class LocalStore extends LoaderStore {
  /**
   * Opens the folder that `wrangler dev --persist-to` is given; makes it where it is not there. Who
   * writes has its lock, which is released when the store is closed.
   */
  static async open(persistTo: string, lock: StoreLock | null = null): Promise<LocalStore> {
    const { door, worker } = loaderWorker();
    // What workerd says of a fault is for its makers: it is kept, to tell what it means.
    const said: string[] = [];
    try {
      mkdirSync(storageFolder(persistTo), { recursive: true });
      accessSync(storageFolder(persistTo), constants.W_OK);
      const miniflare = await startMiniflare({
        ...storeFrame(persistTo),
        ...worker,
        handleStructuredLogs: ({ message }) => said.push(message),
        handleUncaughtError: (fault) => said.push(String(fault)),
      });
      const url = new URL(door, await miniflare.ready);
      return new LocalStore(persistTo, url, {
        async stop() {
          await miniflare.dispose();
          lock?.release();
        },
        said: () => [...said.splice(0), ...saidOf(persistTo)],
      });
    } catch (cause) {
      lock?.release();
      if (cause instanceof StoreError) throw cause;
      const meaning = localFault(persistTo, [...said, String(cause), ...saidOf(persistTo)]);
      throw new StoreError(meaning ?? unknownFault(persistTo, "cannot be opened"), { cause });
    }
  }
}
