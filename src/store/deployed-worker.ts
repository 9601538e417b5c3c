import * as v from "valibot";
import type { CloudflareAccount } from "./cloudflare-api.ts";
import { CloudflareApi } from "./cloudflare-api.ts";
import { CloudflareError } from "./cloudflare-error.ts";
import { PATIENCE } from "./persist.ts";
import { StoreError } from "./store.ts";

const SETTINGS = v.object({
  bindings: v.array(v.object({ name: v.string(), type: v.string(), namespace_id: v.optional(v.string()) })),
});
const DEPLOYMENTS = v.object({
  deployments: v.array(v.object({ versions: v.array(v.object({ version_id: v.string() })) })),
});
const VERSION = v.object({
  annotations: v.nullish(v.object({ "workers/tag": v.optional(v.string()) })),
  resources: SETTINGS,
});
const SUBDOMAIN = v.object({ subdomain: v.string() });

/**
 * The KV namespace that a deployed worker reads. `wrangler deploy` provisions one without writing its
 * id down wherever it runs unattended or wrangler.toml holds comments; the worker itself knows it.
 */
export async function boundNamespace(
  account: CloudflareAccount,
  worker: string,
  binding: string,
): Promise<string> {
  const path = `workers/scripts/${encodeURIComponent(worker)}/settings`;
  const { result } = await new CloudflareApi(account, PATIENCE).ask({ method: "GET", path });
  const settings = v.safeParse(SETTINGS, result);
  const bound = settings.success ? settings.output.bindings.find(({ name }) => name === binding) : null;
  if (bound?.namespace_id) return bound.namespace_id;
  throw new StoreError(`the worker ${worker} has no KV namespace as ${binding}; run npm run deploy once`);
}

/** The version of a worker that requests meet. */
export interface DeployedVersion {
  /** What `wrangler deploy --tag` called it; null where somebody else uploaded it. */
  readonly tag: string | null;
  /** Ids of KV namespaces, by binding. */
  readonly namespaces: ReadonlyMap<string, string>;
}

/**
 * The version that all requests meet; null where there is none, or several at a time. The newest
 * deployment comes first (https://developers.cloudflare.com/api/resources/workers/subresources/scripts/).
 */
export async function deployedVersion(
  account: CloudflareAccount,
  worker: string,
): Promise<DeployedVersion | null> {
  const api = new CloudflareApi(account, PATIENCE);
  const script = `workers/scripts/${encodeURIComponent(worker)}`;
  const ask = async (path: string) => (await api.ask({ method: "GET", path: `${script}/${path}` })).result;
  try {
    const listed = v.safeParse(DEPLOYMENTS, await ask("deployments"));
    const [version, other] = listed.success ? (listed.output.deployments[0]?.versions ?? []) : [];
    if (version === undefined || other !== undefined) return null;
    const shown = v.safeParse(VERSION, await ask(`versions/${encodeURIComponent(version.version_id)}`));
    if (!shown.success) return null;
    const { annotations, resources } = shown.output;
    const bound = resources.bindings.flatMap(({ name, namespace_id }) =>
      namespace_id === undefined ? [] : [[name, namespace_id] as const],
    );
    return { tag: annotations?.["workers/tag"] ?? null, namespaces: new Map(bound) };
  } catch (fault) {
    if (fault instanceof CloudflareError && fault.code === NO_WORKER) return null;
    throw fault;
  }
}

/** Cloudflare's number for a worker that is not there. */
const NO_WORKER = 10_007;

/** Where a worker answers without a domain of one's own; null where the account has no such place. */
export async function workersDevOrigin(account: CloudflareAccount, worker: string): Promise<string | null> {
  try {
    const { result } = await new CloudflareApi(account, PATIENCE).ask({
      method: "GET",
      path: "workers/subdomain",
    });
    const parsed = v.safeParse(SUBDOMAIN, result);
    return parsed.success ? `https://${worker}.${parsed.output.subdomain}.workers.dev` : null;
  } catch (fault) {
    if (fault instanceof CloudflareError && fault.code === NO_SUBDOMAIN) return null;
    throw fault;
  }
}

/** Cloudflare's number for an account that has not chosen its part of workers.dev. */
const NO_SUBDOMAIN = 10_007;
