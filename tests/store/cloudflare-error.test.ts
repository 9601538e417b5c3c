import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import type { Fault } from "../stand-in/cloudflare-stand-in.ts";
import { entries, keysOf, setUp } from "./remote-namespace.ts";

const REFUSALS = [
  {
    name: "a bad token",
    fault: { kind: "status", status: 403, code: 10_000, message: "Authentication error" },
    says: "put it into CLOUDFLARE_API_TOKEN",
  },
  {
    name: "a token that is no token",
    fault: { kind: "status", status: 400, code: 6003, message: "Invalid request headers" },
    says: "put it into CLOUDFLARE_API_TOKEN",
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
  test.for(REFUSALS)("$name is one sentence with its mend, told at once", async ({ fault, says }) => {
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
