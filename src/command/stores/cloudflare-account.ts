import * as v from "valibot";
import type { CloudflareAccount } from "../../store/cloudflare-account.ts";
import { CLOUDFLARE_API } from "../../store/cloudflare-account.ts";
import { StoreError } from "../../store/store.ts";
import type { WorkerConfig } from "./worker-config.ts";
import { askWrangler } from "./wrangler.ts";

const AUTH_TOKEN = v.object({ token: v.string() });
const WHO_AM_I = v.object({ accounts: v.array(v.object({ id: v.string() })) });

/**
 * The account to publish to, and what lets one in: wrangler's own variables, else its login. Throws
 * `StoreError` with what to do. https://developers.cloudflare.com/workers/wrangler/system-environment-variables/
 */
export async function findAccount(
  config: Pick<WorkerConfig, "accountId">,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<CloudflareAccount> {
  const token = environment.CLOUDFLARE_API_TOKEN || (await wranglersToken());
  if (token === null) {
    throw new StoreError(
      "no Cloudflare credentials were found; set CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID, or run npx wrangler login",
    );
  }
  const id = environment.CLOUDFLARE_ACCOUNT_ID || (config.accountId ?? (await onlyAccount()));
  const s3Url = environment.CLOUDFLARE_R2_S3_URL;
  return {
    apiUrl: environment.CLOUDFLARE_API_BASE_URL || CLOUDFLARE_API,
    id,
    token,
    ...(s3Url && { s3Url: s3Url.replace(/\/+$/, "") }),
  };
}

async function wranglersToken(): Promise<string | null> {
  const answer = v.safeParse(AUTH_TOKEN, await askWrangler(["auth", "token"]));
  return answer.success ? answer.output.token : null;
}

async function onlyAccount(): Promise<string> {
  const answer = v.safeParse(WHO_AM_I, await askWrangler(["whoami"]));
  const accounts = answer.success ? answer.output.accounts : [];
  const [account] = accounts;
  if (account && accounts.length === 1) return account.id;
  throw new StoreError(
    accounts.length > 1
      ? `there are ${accounts.length} Cloudflare accounts to publish to; set CLOUDFLARE_ACCOUNT_ID to one of them`
      : "the Cloudflare account is unknown; set CLOUDFLARE_ACCOUNT_ID",
  );
}
