import { readFileSync } from "node:fs";
import type { CloudflareAccount } from "../store/cloudflare-api.ts";
import { boundNamespace, workersDevOrigin } from "../store/deployed-worker.ts";
import type { Store } from "../store/store.ts";
import { StoreError } from "../store/store.ts";
import type { RemoteFlags } from "./bake-flags.ts";
import { findAccount } from "./cloudflare-account.ts";
import type { WorkerConfig } from "./worker-config.ts";
import { DOCUMENTS_BINDING, readWorkerConfig } from "./worker-config.ts";

/** The environment of wrangler.toml whose links lead to the site's own address. */
export const PRODUCTION = "production";

/** A deployed worker's store, and where its links lead unless `--url` says otherwise. */
export interface RemoteSite {
  readonly store: Store;
  readonly address: {
    /** Of a preview: its own address, whatever site.toml says. */
    readonly url?: string;
    /** Of a site that site.toml gives no address. */
    readonly servedAt?: string;
  };
}

/** Finds the worker, its account and its namespace. Throws `StoreError` with what to do. */
export async function openRemote(
  { env = PRODUCTION, config = "wrangler.toml" }: Partial<RemoteFlags>,
  { needsAddress }: { readonly needsAddress: boolean },
): Promise<RemoteSite> {
  const { account, worker } = await findWorker({ env, config });
  const namespace = worker.namespaceId ?? (await boundNamespace(account, worker.name, DOCUMENTS_BINDING));
  const { RemoteStore } = await import("../store/remote-store.ts");
  const store = new RemoteStore(account, namespace);
  if (env === PRODUCTION && !needsAddress) return { store, address: {} };
  const origin = await workersDevOrigin(account, worker.name);
  if (origin === null) return { store, address: {} };
  return { store, address: env === PRODUCTION ? { servedAt: origin } : { url: origin } };
}

/** Reads wrangler.toml and finds the credentials. */
export async function findWorker(
  flags: RemoteFlags,
): Promise<{ readonly account: CloudflareAccount; readonly worker: WorkerConfig }> {
  const worker = readWorker(flags);
  return { worker, account: await findAccount(worker, process.env) };
}

/** Reads wrangler.toml. Throws `StoreError`. */
export function readWorker({ config, env }: RemoteFlags): WorkerConfig {
  return readWorkerConfig(readConfig(config), env);
}

function readConfig(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new StoreError(`${file} cannot be read; name the wrangler configuration file with --config`, {
      cause,
    });
  }
}
