import { readFileSync } from "node:fs";
import type { CloudflareAccount } from "../../store/cloudflare-account.ts";
import {
  boundBucket,
  boundNamespace,
  isNotDeployed,
  latestDeployment,
  workersDevOrigin,
} from "../../store/deployed-worker.ts";
import { MemoryStore } from "../../store/memory-store.ts";
import { BoundBucket } from "../../store/r2/bound-bucket.ts";
import type { Store } from "../../store/store.ts";
import { StoreError } from "../../store/store.ts";
import type { BakeFlags, RemoteFlags } from "../flags/bake-flags.ts";
import { findAccount } from "./cloudflare-account.ts";
import { contractOfBuild } from "./worker-build.ts";
import type { WorkerConfig } from "./worker-config.ts";
import { DOCUMENTS_BINDING, MEDIA_BINDING, PRODUCTION, readWorkerConfig } from "./worker-config.ts";

/** A deployed worker's store, and where its links lead unless `--url` says otherwise. */
export interface RemoteSite {
  readonly store: Store;
  /** Its name on Cloudflare. */
  readonly worker: string;
  /** The newest contract that it reads; null where nobody can tell. */
  readonly readsContract: () => Promise<number | null>;
  readonly address: {
    /** Of a preview: its own address, whatever site.toml says. */
    readonly url?: string;
    /** Of a site that site.toml gives no address. */
    readonly servedAt?: string;
    /** At which production answers, for a preview too: it mints the ids of the real site. */
    readonly homeHost?: string;
  };
}

/** Finds the worker, its account and its namespace. Throws `StoreError` with what to do. */
export async function openRemote(
  {
    env = PRODUCTION,
    config = "wrangler.toml",
    dryRun = false,
  }: Partial<RemoteFlags> & Pick<BakeFlags, "dryRun">,
  { needsAddress }: { readonly needsAddress: boolean },
): Promise<RemoteSite> {
  const { account, worker } = await findWorker({ env, config });
  const store = await storeOf(account, worker, dryRun);
  const found = {
    store,
    worker: worker.name,
    readsContract: async () =>
      contractOfBuild((await latestDeployment(account, worker.name))?.message ?? null),
  };
  const home = env === PRODUCTION ? worker : (productionOf(config) ?? worker);
  const domain = home.customDomain === null ? {} : { homeHost: home.customDomain };
  if (env === PRODUCTION && !needsAddress) return { ...found, address: domain };
  const origin = await workersDevOrigin(account, worker.name);
  if (origin === null) return { ...found, address: domain };
  const homeHost = new URL(origin).hostname.replace(worker.name, home.name);
  return {
    ...found,
    address: { homeHost, ...domain, [env === PRODUCTION ? "servedAt" : "url"]: origin },
  };
}

/** What the worker reads from. A dry run before the first deployment finds it empty. */
async function storeOf(account: CloudflareAccount, worker: WorkerConfig, dryRun: boolean): Promise<Store> {
  try {
    const namespace = worker.namespaceId ?? (await boundNamespace(account, worker.name, DOCUMENTS_BINDING));
    const { RemoteStore } = await import("../../store/remote-store.ts");
    const { R2Bucket } = await import("../../store/r2/r2-bucket.ts");
    const bucket = new BoundBucket(
      async () => new R2Bucket(account, await boundBucket(account, worker.name, MEDIA_BINDING)),
    );
    return new RemoteStore(account, namespace, undefined, bucket);
  } catch (fault) {
    if (dryRun && isNotDeployed(fault)) return new MemoryStore();
    throw fault;
  }
}

/** The worker of the real site; null where wrangler.toml tells of previews alone. */
function productionOf(config: string): WorkerConfig | null {
  try {
    return readWorker({ config, env: PRODUCTION });
  } catch (fault) {
    if (fault instanceof StoreError) return null;
    throw fault;
  }
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
