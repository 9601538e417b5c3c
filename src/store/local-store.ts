import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { guardWorkerd } from "./guard-workerd.ts";
import { LOADER_SCRIPT } from "./loader.ts";
import { LoaderStore } from "./loader-store.ts";
import { StoreError } from "./store.ts";
import type { StoreLock } from "./store-lock.ts";

/** Name of the KV binding in wrangler.toml; without an id there, it names the local namespace too. */
export const NAMESPACE = "DOCUMENTS";

/** Which behaviour of workerd is asked for, as in wrangler.toml. */
export const COMPATIBILITY_DATE = "2026-10-01";

/** Where Miniflare keeps what `wrangler dev --persist-to` is given a folder for. */
export function storageFolder(persistTo: string): string {
  return join(resolve(persistTo), "v3");
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
    const folder = storageFolder(persistTo);
    const door = `/${randomUUID()}/`;
    guardWorkerd();
    try {
      mkdirSync(folder, { recursive: true });
      const miniflare = new Miniflare(
        convertV4MiniflareOptions({
          name: "loader",
          modules: true,
          script: LOADER_SCRIPT,
          compatibilityDate: COMPATIBILITY_DATE,
          kvNamespaces: { DOCUMENTS: NAMESPACE },
          bindings: { DOOR: door },
          resourcePersistencePath: folder,
          cf: false,
          telemetry: { enabled: false },
        }),
      );
      return new LocalStore(persistTo, new URL(door, await miniflare.ready), async () => {
        await miniflare.dispose();
        lock?.release();
      });
    } catch (cause) {
      lock?.release();
      throw new StoreError(`the local store in ${persistTo} cannot be opened`, { cause });
    }
  }
}
