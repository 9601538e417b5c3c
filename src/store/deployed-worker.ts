import * as v from "valibot";
import type { CloudflareAccount } from "./cloudflare-api.ts";
import { CloudflareApi } from "./cloudflare-api.ts";
import { CloudflareError } from "./cloudflare-error.ts";
import { PATIENCE } from "./persist.ts";
import { StoreError } from "./store.ts";

const SETTINGS = v.object({
  bindings: v.array(v.object({ name: v.string(), type: v.string(), namespace_id: v.optional(v.string()) })),
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
