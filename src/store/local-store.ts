import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadMiniflare } from "./load-miniflare.ts";
import { LOADER_SCRIPT } from "./loader.ts";
import { LoaderStore } from "./loader-store.ts";
import { StoreError } from "./store.ts";

/** Name of the KV binding in wrangler.toml; without an id there, it names the local namespace too. */
const NAMESPACE = "DOCUMENTS";

/**
 * The KV of `wrangler dev`: a folder on this machine, written by a small worker inside workerd,
 * which is twice as fast as writing through Miniflare's own API.
 */
export class LocalStore extends LoaderStore {
  /** Opens the folder that `wrangler dev --persist-to` is given; makes it where it is not there. */
  static async open(persistTo: string): Promise<LocalStore> {
    const { convertV4MiniflareOptions, Miniflare } = await loadMiniflare();
    const folder = join(resolve(persistTo), "v3");
    try {
      mkdirSync(folder, { recursive: true });
      const miniflare = new Miniflare(
        convertV4MiniflareOptions({
          name: "loader",
          modules: true,
          script: LOADER_SCRIPT,
          compatibilityDate: "2026-10-01",
          kvNamespaces: { DOCUMENTS: NAMESPACE },
          resourcePersistencePath: folder,
          cf: false,
          telemetry: { enabled: false },
        }),
      );
      return new LocalStore(persistTo, await miniflare.ready, () => miniflare.dispose());
    } catch (cause) {
      throw new StoreError(`the local store in ${persistTo} cannot be opened`, { cause });
    }
  }
}
