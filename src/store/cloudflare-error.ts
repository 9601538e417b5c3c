import { StoreError } from "./store.ts";

/** Who is asked, as far as a person may read it. */
export interface Asked {
  readonly account: string;
  /** Null for what belongs to the whole account. */
  readonly namespace: string | null;
}

/** Something that Cloudflare's API refuses, in one sentence with its fix. Never holds a credential. */
export class CloudflareError extends StoreError {
  readonly status: number;
  /** Cloudflare's own number of the error; 0 where it gave none. */
  readonly code: number;

  constructor(message: string, status: number, code: number) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** `key not found`: an answer rather than an error. */
export const KEY_NOT_FOUND = 10_009;

/** The free plan's operations of the day are used up; nothing helps before midnight UTC. */
export const QUOTA_USED_UP = 10_048;

const BAD_TOKEN = (_: Asked) =>
  "Cloudflare rejected the API token; create one from the template Edit Cloudflare Workers, for this account, and set it as CLOUDFLARE_API_TOKEN";
const NO_ACCOUNT = ({ account }: Asked) =>
  `this token has no access to the Cloudflare account ${account}; correct CLOUDFLARE_ACCOUNT_ID`;

/** What Cloudflare's numbers mean to a publisher. */
const SENTENCES: Readonly<Record<number, (asked: Asked) => string>> = {
  1000: BAD_TOKEN,
  6003: BAD_TOKEN,
  6111: BAD_TOKEN,
  9106: BAD_TOKEN,
  9109: BAD_TOKEN,
  10000: BAD_TOKEN,
  10001: BAD_TOKEN,
  7000: NO_ACCOUNT,
  7003: NO_ACCOUNT,
  10007: () => "this worker is not deployed yet; run npm run deploy once",
  10013: ({ namespace }) =>
    `the KV namespace ${namespace} no longer exists; remove its id from wrangler.toml, delete the worker in the dashboard, and run npm run deploy, which creates both again`,
  10024: () => "Cloudflare rejected a value as too large; KV takes at most 25 MiB",
  10026: () => "this Cloudflare account cannot use Workers KV; check its plan in the dashboard",
  10042: () =>
    "R2 is not switched on for this Cloudflare account; switch it on in the dashboard under R2 (10 GB are free), and run npm run deploy",
  [QUOTA_USED_UP]: () =>
    "today's KV operations of the free plan are used up; run the command again after midnight UTC, or switch to the Workers Paid plan. What has been written stays, and the next run continues from there",
};

/** The error that an answer of Cloudflare's API stands for. `text` is Cloudflare's own sentence. */
export function cloudflareError(status: number, code: number, text: string, asked: Asked): CloudflareError {
  const known = SENTENCES[code] ?? (status === 401 || status === 403 ? BAD_TOKEN : null);
  const said = text === "" ? `HTTP ${status}` : `HTTP ${status}, ${text}`;
  const number = code === 0 ? "" : ` [code ${code}]`;
  const message = known ? `${known(asked)} (${said}${number})` : `Cloudflare answered ${said}${number}`;
  return new CloudflareError(message, status, code);
}
