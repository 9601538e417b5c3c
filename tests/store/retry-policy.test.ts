import ky from "ky";
import { describe, expect, test, vi } from "vitest";
import { httpDate } from "../../src/representation/http-date.ts";
import { CloudflareApi } from "../../src/store/cloudflare-api.ts";
import type { RetryPolicy } from "../../src/store/retry-policy.ts";
import { RETRY_POLICY, retryOptions, timeoutMs } from "../../src/store/retry-policy.ts";
import { startStandIn } from "./start-stand-in.ts";

// What never ends is told before long.
vi.setConfig({ testTimeout: 10_000 });

/** A date so many seconds from now, as `Retry-After` names one. */
function httpDateIn(seconds: number): string {
  return httpDate(Math.floor(Date.now() / 1000) + seconds);
}

const ONCE_MORE: RetryPolicy = { attempts: 2, firstDelayMs: 0, longestDelayMs: 0, answerMs: 5000 };

describe("how long an answer is waited for", () => {
  test("the largest value that KV takes has a quarter of an hour to get there", () => {
    const minutes = timeoutMs(RETRY_POLICY, (25 * 1024 * 1024 * 4) / 3) / 60_000;
    expect(minutes).toBeGreaterThan(10);
    expect(minutes).toBeLessThan(15);
  });

  test("an answer of ten megabytes has about as long as a small one, and more", () => {
    const seconds = timeoutMs(RETRY_POLICY, 0, 10_000_000) / 1000;
    expect(seconds).toBe(30 + 40);
  });

  test.for([
    { sent: 0, answered: 0, ms: 5000 },
    { sent: 50, answered: 0, ms: 5001 },
    { sent: 51, answered: 0, ms: 5002 },
    { sent: 0, answered: 250, ms: 5001 },
    { sent: 50, answered: 250, ms: 5002 },
  ])("is $ms ms for $sent bytes sent and $answered answered", ({ sent, answered, ms }) => {
    expect(timeoutMs(ONCE_MORE, sent, answered)).toBe(ms);
  });
});

describe("what is tried again", () => {
  test.for([408, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 530])(
    "HTTP %i may pass, after the time that it asks for (RFC 9110 §10.2.3)",
    async (status) => {
      const anHour = { ...ONCE_MORE, firstDelayMs: 3_600_000, longestDelayMs: 3_600_000 };
      for (const [fault, policy] of [
        [{ status }, ONCE_MORE],
        [{ status, retryAfter: "0" }, anHour],
      ] as const) {
        const { account, seen } = await failingOnce(fault);
        await new CloudflareApi(account, policy).ask({ method: "GET", path: "one" });
        expect(seen).toHaveLength(2);
      }
    },
  );

  test.for([400, 401, 403, 404, 409, 413, 414, 501, 526])("HTTP %i does not pass", async (status) => {
    const { account, seen } = await failingOnce({ status });
    const asking = new CloudflareApi(account, ONCE_MORE).ask({ method: "GET", path: "one" });
    await expect(asking).rejects.toThrow(`HTTP ${status}`);
    expect(seen).toHaveLength(1);
  });

  test.for(["GET", "PUT", "POST", "DELETE"] as const)(
    "%s is, since it does no harm twice",
    async (method) => {
      const { account, seen } = await failingOnce({ status: 503 });
      await new CloudflareApi(account, ONCE_MORE).ask({ method, path: "one" });
      expect(seen).toHaveLength(2);
    },
  );

  async function failingOnce(fault: { readonly status: number; readonly retryAfter?: string }) {
    const cloudflare = await startStandIn();
    cloudflare.fault = (_, index) => (index === 0 ? { kind: "status", ...fault } : null);
    for (const method of ["GET", "PUT", "POST", "DELETE"]) {
      cloudflare.routes.push([method, /^one$/, () => ({ result: "done" })]);
    }
    return cloudflare;
  }
});

describe("a further try", () => {
  const options = retryOptions(
    { ...ONCE_MORE, attempts: 10, firstDelayMs: 500, longestDelayMs: 30_000 },
    () => false,
  );

  test("is one of as many as the policy allows, the first try included", () => {
    expect(options.limit).toBe(9);
  });

  test("comes after a delay that doubles, up to the longest, and that chance shortens", () => {
    expect([1, 2, 3, 4].map((tried) => options.delay?.(tried))).toEqual([500, 1000, 2000, 4000]);
    expect(options).toMatchObject({ backoffLimit: 30_000, jitter: true });
  });

  test("comes after no answer in time, too, and after five and a half minutes at most", () => {
    expect(options).toMatchObject({ retryOnTimeout: true, maxRetryAfter: 330_000 });
  });
});

describe("a refusal", () => {
  /** The error that ky makes of HTTP 429 with such a wait and such a body. */
  async function refusal(retryAfter: string | null, body = "{}"): Promise<Error> {
    const headers = {
      "Content-Type": "application/json",
      ...(retryAfter !== null && { "Retry-After": retryAfter }),
    };
    const fetch = async () => new Response(body, { status: 429, headers });
    const error: unknown = await ky("http://a.example", { fetch, retry: 0 }).catch((fault: unknown) => fault);
    if (error instanceof Error) return error;
    throw new TypeError("no error");
  }
  const decide = (error: Error, isFinal = (_: unknown) => false) =>
    retryOptions(ONCE_MORE, isFinal).shouldRetry?.({ error, retryCount: 1 });

  test.for([
    { name: "without Retry-After", retryAfter: null, again: undefined },
    { name: "that asks for Cloudflare's five minutes and some", retryAfter: "330", again: undefined },
    { name: "that asks for more than that", retryAfter: "331", again: false },
    { name: "that asks to wait until five minutes from now", retryAfter: httpDateIn(300), again: undefined },
    { name: "that asks to wait until tomorrow", retryAfter: httpDateIn(86_400), again: false },
    {
      name: "that asks to wait until a moment that is past",
      retryAfter: httpDateIn(-86_400),
      again: undefined,
    },
    {
      name: "that asks for a date in an obsolete form",
      retryAfter: "Sunday, 06-Nov-94 08:49:37 GMT",
      again: undefined,
    },
    { name: "that asks for what is no date", retryAfter: "tomorrow", again: undefined },
  ])("$name is tried again: $again (undefined: as its status says)", async ({ retryAfter, again }) => {
    expect(decide(await refusal(retryAfter))).toBe(again);
  });

  test("that its body calls final is not tried again", async () => {
    const isFinal = (body: unknown) => JSON.stringify(body) === '{"final":true}';
    expect(decide(await refusal(null, '{"final":true}'), isFinal)).toBe(false);
    expect(decide(await refusal(null, '{"final":false}'), isFinal)).toBeUndefined();
  });

  test("is no fault of the network, which is tried again whatever it says", () => {
    expect(decide(new TypeError("fetch failed"), () => true)).toBeUndefined();
  });
});

test("the retry policy covers about a minute of trouble", () => {
  const { attempts, firstDelayMs, longestDelayMs, answerMs } = RETRY_POLICY;
  const delays = Array.from({ length: attempts - 1 }, (_, n) =>
    Math.min(longestDelayMs, firstDelayMs * 2 ** n),
  );
  // Chance takes half of each on the average.
  expect(delays.reduce((sum, delay) => sum + delay, 0) / 2000).toBeCloseTo(61, 0);
  expect(answerMs).toBe(30_000);
});
