import type { RetryOptions } from "ky";
import { isHTTPError } from "ky";
import { parseHttpDate } from "../representation/http-date.ts";

/** How long a remote store keeps at one thing before it gives up. */
export interface RetryPolicy {
  /** The first try included. */
  readonly attempts: number;
  /** Doubled with every further try; how much of it is waited is left to chance. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  /** For an answer to a small request; a large one gets more (`timeoutMs`). */
  readonly answerMs: number;
}

/** About a minute of trouble; waits that the service asks for are not counted. */
export const RETRY_POLICY: RetryPolicy = {
  attempts: 10,
  firstDelayMs: 500,
  longestDelayMs: 30_000,
  answerMs: 30_000,
};

/** Cloudflare shuts a caller out for five minutes; a longer wait is not for this run. */
const LONGEST_ASKED_SECONDS = 330;

/** The slowest line that a publish is meant to work over, in bytes a millisecond. */
const SLOWEST_LINE = { up: 50, down: 250 } as const;

/** Statuses that may pass by themselves; 52x are Cloudflare's own between its edge and its API. */
const PASSING = [408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 530];

/**
 * What ky is to try again: every method, since writing a pair twice does no harm. It waits as long as
 * `Retry-After` says (RFC 9110 §10.2.3). `isFinal` tells a refusal that no waiting fixes by its body.
 */
export function retryOptions(policy: RetryPolicy, isFinal: (body: unknown) => boolean): RetryOptions {
  return {
    limit: policy.attempts - 1,
    methods: ["get", "put", "post", "delete"],
    statusCodes: PASSING,
    afterStatusCodes: PASSING,
    maxRetryAfter: LONGEST_ASKED_SECONDS * 1000,
    delay: (tried) => policy.firstDelayMs * 2 ** (tried - 1),
    backoffLimit: policy.longestDelayMs,
    jitter: true,
    retryOnTimeout: true,
    shouldRetry: ({ error }) =>
      isHTTPError(error) && (isTooLong(error.response) || isFinal(error.data)) ? false : undefined,
  };
}

/** `Retry-After` is a date, or a number of seconds (RFC 9110 §10.2.3). */
function isTooLong({ headers }: Response): boolean {
  const asked = headers.get("Retry-After") ?? "0";
  const nowSeconds = Date.now() / 1000;
  const until = parseHttpDate(asked, nowSeconds);
  return (until === null ? Number(asked) : until - nowSeconds) > LONGEST_ASKED_SECONDS;
}

/** How long to wait for the answer, all of it, to a request with a body of so many bytes. */
export function timeoutMs(policy: RetryPolicy, sentBytes: number, answeredBytes = 0): number {
  return policy.answerMs + Math.ceil(sentBytes / SLOWEST_LINE.up + answeredBytes / SLOWEST_LINE.down);
}
