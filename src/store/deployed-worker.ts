import * as v from "valibot";
import type { CloudflareAccount } from "./cloudflare-account.ts";
import { CloudflareApi } from "./cloudflare-api.ts";
import { CloudflareError } from "./cloudflare-error.ts";
import type { RetryPolicy } from "./retry-policy.ts";
import { RETRY_POLICY } from "./retry-policy.ts";
import { StoreError } from "./store.ts";

const SETTINGS = v.object({
  bindings: v.array(
    v.object({
      name: v.string(),
      type: v.string(),
      namespace_id: v.optional(v.string()),
      bucket_name: v.optional(v.string()),
    }),
  ),
});
const DEPLOYMENTS = v.object({
  deployments: v.array(
    v.object({
      annotations: v.nullish(v.object({ "workers/message": v.optional(v.string()) })),
      versions: v.array(v.object({ version_id: v.string() })),
    }),
  ),
});
const SUBDOMAIN = v.object({ subdomain: v.string() });

/** Cloudflare's number for a worker that is not there. */
const NO_WORKER = 10_007;

/** Whether a fault says that a worker was never deployed. */
export function isNotDeployed(fault: unknown): boolean {
  return fault instanceof CloudflareError && fault.code === NO_WORKER;
}

/**
 * The KV namespace that a deployed worker reads. `wrangler deploy` provisions one without writing its
 * id down wherever it runs unattended or wrangler.toml holds comments; the worker itself knows it.
 */
export async function boundNamespace(
  account: CloudflareAccount,
  worker: string,
  binding: string,
  policy = RETRY_POLICY,
): Promise<string> {
  const bound = await findBinding(account, worker, binding, policy);
  if (bound?.namespace_id) return bound.namespace_id;
  throw new StoreError(
    `the worker ${worker} has no KV namespace bound as ${binding}; run npm run deploy once`,
  );
}

/** The R2 bucket that a deployed worker reads. */
export async function boundBucket(
  account: CloudflareAccount,
  worker: string,
  binding: string,
  policy = RETRY_POLICY,
): Promise<string> {
  const bound = await findBinding(account, worker, binding, policy);
  if (bound?.bucket_name) return bound.bucket_name;
  throw new StoreError(
    `the worker ${worker} has no R2 bucket, where media above 25 MiB lie; switch R2 on in Cloudflare's dashboard, add an r2_buckets table with binding = "${binding}" to its environment in wrangler.toml, and run npm run deploy (docs/media.md shows it)`,
  );
}

async function findBinding(account: CloudflareAccount, worker: string, binding: string, policy: RetryPolicy) {
  const path = `workers/scripts/${encodeURIComponent(worker)}/settings`;
  const { result } = await new CloudflareApi(account, policy).ask({ method: "GET", path });
  const settings = v.safeParse(SETTINGS, result);
  return settings.success ? settings.output.bindings.find(({ name }) => name === binding) : undefined;
}

/** What requests to a worker meet. */
export interface Deployment {
  /** What whoever made it wrote beside it; null where nobody did. */
  readonly message: string | null;
  /** More than one where they share the requests. */
  readonly versions: readonly string[];
}

/**
 * The deployment that is in force: the newest, which comes first
 * (https://developers.cloudflare.com/api/resources/workers/subresources/scripts/). Null where there is none.
 */
export async function latestDeployment(
  account: CloudflareAccount,
  worker: string,
  policy = RETRY_POLICY,
): Promise<Deployment | null> {
  try {
    const path = deploymentsOf(worker);
    const { result } = await new CloudflareApi(account, policy).ask({ method: "GET", path });
    const parsed = v.safeParse(DEPLOYMENTS, result);
    const latest = parsed.success ? parsed.output.deployments[0] : undefined;
    if (latest === undefined) return null;
    return {
      message: latest.annotations?.["workers/message"] ?? null,
      versions: latest.versions.map(({ version_id }) => version_id),
    };
  } catch (fault) {
    if (isNotDeployed(fault)) return null;
    throw fault;
  }
}

/** Deploys the version in force once more, with a message of 100 bytes at most beside it. */
export async function annotateDeployment(
  account: CloudflareAccount,
  worker: string,
  message: string,
  policy = RETRY_POLICY,
): Promise<void> {
  const [version, other] = (await latestDeployment(account, worker, policy))?.versions ?? [];
  if (version === undefined || other !== undefined) return;
  const body = JSON.stringify({
    strategy: "percentage",
    versions: [{ version_id: version, percentage: 100 }],
    annotations: { "workers/message": message },
  });
  await new CloudflareApi(account, policy).ask({ method: "POST", path: deploymentsOf(worker), body });
}

function deploymentsOf(worker: string): string {
  return `workers/scripts/${encodeURIComponent(worker)}/deployments`;
}

/** Where a worker answers without a domain of one's own; null where the account has no such place. */
export async function workersDevOrigin(
  account: CloudflareAccount,
  worker: string,
  policy = RETRY_POLICY,
): Promise<string | null> {
  try {
    const { result } = await new CloudflareApi(account, policy).ask({
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
