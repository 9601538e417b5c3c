import { randomUUID } from "node:crypto";
import { accessSync, constants, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Miniflare } from "miniflare";
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
    const { kvNamespaces, r2Buckets, ...loader } = worker;
    // What workerd says of a fault is for its makers: it is kept, to tell what it means.
    const said: string[] = [];
    const start = async (
      bindings: { kvNamespaces: typeof kvNamespaces } | { r2Buckets: typeof r2Buckets },
    ) => {
      try {
        return await startMiniflare({
          ...storeFrame(persistTo),
          ...loader,
          ...bindings,
          handleStructuredLogs: ({ message }) => said.push(message),
          handleUncaughtError: (fault) => said.push(String(fault)),
        });
      } catch (cause) {
        if (cause instanceof StoreError) throw cause;
        const meaning = localFault(persistTo, [...said, String(cause), ...saidOf(persistTo)]);
        throw new StoreError(meaning ?? unknownFault(persistTo, "cannot be opened"), { cause });
      }
    };
    try {
      makeWritable(persistTo);
      const pairs = await start({ kvNamespaces });
      // A runtime with a bucket takes twice as long to start, and few sites have something in it.
      let objects: Promise<Miniflare> | null = null;
      return new LocalStore(persistTo, new URL(door, await pairs.ready), {
        async stop() {
          const bucket = await objects?.catch(() => null);
          await Promise.all([pairs.dispose(), bucket?.dispose()]);
          lock?.release();
        },
        async openBucket() {
          objects ??= start({ r2Buckets });
          return new URL(door, await (await objects).ready);
        },
        said: () => [...said.splice(0), ...saidOf(persistTo)],
      });
    } catch (cause) {
      lock?.release();
      throw cause;
    }
  }
}

/** Throws `StoreError` where nothing can be written. */
function makeWritable(persistTo: string): void {
  try {
    mkdirSync(storageFolder(persistTo), { recursive: true });
    accessSync(storageFolder(persistTo), constants.W_OK);
  } catch (cause) {
    const meaning = localFault(persistTo, [String(cause), ...saidOf(persistTo)]);
    throw new StoreError(meaning ?? unknownFault(persistTo, "cannot be opened"), { cause });
  }
}
