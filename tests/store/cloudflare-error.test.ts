import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { CloudflareError, cloudflareError } from "../../src/store/cloudflare-error.ts";
import { StoreError } from "../../src/store/store.ts";
import type { Fault } from "../stand-in/cloudflare-stand-in.ts";
import { entries, keysOf, setUp } from "./remote-namespace.ts";

const REFUSALS = [
  {
    name: "a bad token",
    fault: { kind: "status", status: 403, code: 10_000, message: "Authentication error" },
    says: "set it as CLOUDFLARE_API_TOKEN",
  },
  {
    name: "a token that is no token",
    fault: { kind: "status", status: 400, code: 6003, message: "Invalid request headers" },
    says: "set it as CLOUDFLARE_API_TOKEN",
  },
  {
    name: "an account that is not there",
    fault: { kind: "status", status: 404, code: 7003, message: "Could not route" },
    says: "correct CLOUDFLARE_ACCOUNT_ID",
  },
  {
    name: "a namespace that is gone",
    fault: { kind: "status", status: 404, code: 10_013, message: "namespace not found" },
    says: "run npm run deploy",
  },
  {
    name: "a quota that is used up",
    fault: { kind: "status", status: 429, code: 10_048, message: "free usage limit" },
    says: "after midnight UTC",
  },
] as const;

describe("a refusal of Cloudflare's", () => {
  test.for(REFUSALS)("$name is one sentence with its fix, told at once", async ({ fault, says }) => {
    const { cloudflare, store } = await setUp();
    cloudflare.fault = () => fault;
    for (const work of [
      () => store.put(entries(1)),
      () => store.get("/" as StorageKey),
      () => store.delete(["/" as StorageKey]),
      () => keysOf(store),
    ]) {
      await expect(work()).rejects.toThrow(says);
    }
    expect(cloudflare.seen.length).toBeLessThanOrEqual(5);
  });

  test("never holds the token, not even where Cloudflare repeats it", async () => {
    const { cloudflare, store } = await setUp();
    const { token } = cloudflare.account;
    const faults: Fault[] = [
      { kind: "status", status: 403, code: 10_000, message: `Bearer ${token} is unknown` },
      { kind: "status", status: 500, message: token },
      { kind: "reset" },
      { kind: "garbage" },
    ];
    for (const fault of faults) {
      cloudflare.fault = () => fault;
      const error = await store.put(entries(1)).catch((cause: unknown) => cause);
      expect(error).toBeInstanceOf(Error);
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(token);
    }
    expect(inspect(store, { depth: 10, showHidden: true })).not.toContain(token);
  });
});

const TOKEN =
  /^Cloudflare rejected the API token; create one from the template .* set it as CLOUDFLARE_API_TOKEN/;
const ACCOUNT = /^this token has no access to the Cloudflare account acc; correct CLOUDFLARE_ACCOUNT_ID/;

/** What Cloudflare's number means to a publisher, and what fixes it. */
const MEANINGS = [
  ...[1000, 6003, 6111, 9106, 9109, 10_000, 10_001].map((code) => ({ code, says: TOKEN })),
  { code: 7000, says: ACCOUNT },
  { code: 7003, says: ACCOUNT },
  { code: 10_007, says: /^this worker is not deployed yet; run npm run deploy once/ },
  {
    code: 10_013,
    says: /^the KV namespace ns no longer exists; remove its id from .* npm run deploy, /,
  },
  { code: 10_024, says: /^Cloudflare rejected a value as too large; KV takes at most 25 MiB/ },
  { code: 10_026, says: /^this Cloudflare account cannot use Workers KV; check its plan/ },
  {
    code: 10_048,
    says: /^today's KV operations of the free plan are used up; .* after midnight UTC, or .* Paid plan/,
  },
];

describe("the sentence of a refusal", () => {
  const asked = { account: "acc", namespace: "ns" };

  test.for(MEANINGS)("of code $code says what to do, and what Cloudflare said", ({ code, says }) => {
    const { message } = cloudflareError(400, code, "its words", asked);
    expect(message).toMatch(says);
    expect(message.endsWith(` (HTTP 400, its words [code ${code}])`)).toBe(true);
  });

  test.for([
    { status: 401, code: 0, text: "", says: TOKEN },
    { status: 403, code: 4711, text: "no", says: TOKEN },
    { status: 404, code: 4711, text: "no", says: /^Cloudflare answered HTTP 404, no \[code 4711\]$/ },
    { status: 500, code: 0, text: "", says: /^Cloudflare answered HTTP 500$/ },
    { status: 500, code: 0, text: "oh", says: /^Cloudflare answered HTTP 500, oh$/ },
  ])("of HTTP $status and an unknown code $code is $says", ({ status, code, text, says }) => {
    expect(cloudflareError(status, code, text, asked).message).toMatch(says);
  });

  test("leaves out what Cloudflare did not say", () => {
    expect(cloudflareError(401, 0, "", asked).message).toMatch(/CLOUDFLARE_API_TOKEN \(HTTP 401\)$/);
  });

  test("comes with status and code, as a fault of the store", () => {
    const error = cloudflareError(404, 10_013, "", asked);
    expect(error).toBeInstanceOf(CloudflareError);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({ name: "StoreError", status: 404, code: 10_013 });
  });
});
