import { describe, expect, test, vi } from "vitest";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { CloudflareError } from "../../src/store/cloudflare-error.ts";
import { RemoteStore } from "../../src/store/remote-store.ts";
import type { Fault } from "../stand-in/cloudflare-stand-in.ts";
import { expectNoHarm } from "./passing-fault.ts";
import { entries, entry, HASTY, keysOf, setUp } from "./remote-namespace.ts";

// What never ends is told before long.
vi.setConfig({ testTimeout: 10_000 });

const KEY = "/a" as StorageKey;

describe("batches", () => {
  test("report how far they are, and end on the whole", async () => {
    const { store } = await setUp();
    const told: number[] = [];
    await store.put(entries(2500), (done) => told.push(done));
    expect(told).toEqual([1000, 2000, 2500]);
  });

  test.for([
    { name: "of one stage do not wait for each other", stage: "page", first: 2 },
    { name: "without a stage wait for the one before", stage: undefined, first: 0 },
  ])("$name", async ({ stage, first }) => {
    const { cloudflare, store, namespace } = await setUp({ ...HASTY, attempts: 1000 });
    let refusals = 0;
    // The first batch is refused until the others are written, or often enough.
    cloudflare.fault = ({ body }) => {
      if (!body.includes('"/a/00000"') || namespace.pairs.size > 1000 || refusals === 30) return null;
      refusals += 1;
      return { kind: "status", status: 503 };
    };
    await store.put(entries(2001, 10, stage));
    expect(namespace.writes.findIndex((keys) => keys.includes("/a/00000"))).toBe(first);
  });

  test("of deletions hold a thousand keys, and report how far they are", async () => {
    const { cloudflare, store } = await setUp();
    const keys = entries(2001).map(({ key }) => key);
    const told: number[] = [];
    await store.delete(keys, (done) => told.push(done));
    await store.delete(keys.slice(0, 1000));
    expect(told).toEqual([1000, 2000, 2001]);
    const sent = cloudflare.seen.map(({ body }) => JSON.parse(body.toString()));
    expect(sent.map(({ length }) => length)).toEqual([1000, 1000, 1, 1000]);
    expect(sent.slice(0, 3).flat()).toEqual(keys);
  });

  test("after a fault leave nothing of a later stage", async () => {
    const { cloudflare, store, namespace } = await setUp();
    cloudflare.fault = ({ body }) =>
      body.includes('"/a/00000"') ? { kind: "status", status: 400, code: 10_012, message: "no" } : null;
    const list = [...entries(3000, 10, "page"), entry("/rss.xml", 10, "feed")];
    await expect(store.put(list)).rejects.toThrow(CloudflareError);
    expect(namespace.pairs.has("/rss.xml")).toBe(false);
  });
});

const PASSING: readonly { readonly name: string; readonly fault: Fault }[] = [
  { name: "429 with Retry-After in seconds", fault: { kind: "status", status: 429, retryAfter: "0" } },
  {
    name: "429 with Retry-After as a date",
    fault: { kind: "status", status: 429, retryAfter: "Thu, 01 Jan 2026 00:00:00 GMT" },
  },
  { name: "429 without Retry-After", fault: { kind: "status", status: 429, code: 971 } },
  { name: "500", fault: { kind: "status", status: 500 } },
  { name: "502", fault: { kind: "status", status: 502 } },
  { name: "503 with Retry-After", fault: { kind: "status", status: 503, retryAfter: "0" } },
  { name: "524, Cloudflare's own timeout", fault: { kind: "status", status: 524 } },
  { name: "a connection that breaks off", fault: { kind: "reset" } },
  { name: "a connection that breaks off once all is written", fault: { kind: "reset after" } },
  { name: "an answer that breaks off", fault: { kind: "cut answer" } },
  { name: "a page instead of JSON", fault: { kind: "garbage" } },
  { name: "unsuccessful_keys", fault: { kind: "partial", every: 3 } },
];

describe("a fault that passes", () => {
  test.for(PASSING)("$name costs nothing, whatever is asked", ({ fault }) => expectNoHarm(fault));

  test("only what is not confirmed is sent again", async () => {
    const { cloudflare, store } = await setUp();
    cloudflare.fault = (_, index) => (index === 0 ? { kind: "partial", every: 10 } : null);
    await store.put(entries(100));
    const sent = cloudflare.seen.map(({ body }) => JSON.parse(body.toString()).length);
    expect(sent).toEqual([100, 10]);
  });

  test.for([
    { name: "seconds", retryAfter: "0" },
    { name: "a date", retryAfter: "Thu, 01 Jan 2026 00:00:00 GMT" },
  ])(
    "Retry-After in $name counts instead of a delay of our own (RFC 9110 §10.2.3)",
    async ({ retryAfter }) => {
      const anHour = { firstDelayMs: 3_600_000, longestDelayMs: 3_600_000 };
      const { cloudflare, store } = await setUp({ ...HASTY, ...anHour });
      cloudflare.fault = (_, index) => (index === 0 ? { kind: "status", status: 524, retryAfter } : null);
      await store.put(entries(1));
      expect(cloudflare.seen).toHaveLength(2);
    },
  );

  test("that does not pass is told in one sentence", async () => {
    const { cloudflare, store } = await setUp();
    cloudflare.fault = () => ({ kind: "status", status: 503 });
    await expect(store.put(entries(1))).rejects.toThrow("Cloudflare answered HTTP 503");
    expect(cloudflare.seen).toHaveLength(HASTY.attempts);
  });

  test("leaves keys that are never taken in the sentence", async () => {
    const { cloudflare, store } = await setUp();
    cloudflare.fault = () => ({ kind: "partial", every: 1 });
    await expect(store.put(entries(5))).rejects.toThrow("Cloudflare did not write 5 of 5 keys");
    expect(cloudflare.seen).toHaveLength(HASTY.attempts);
  });

  test("a wait of more than Cloudflare's five minutes is not waited for", async () => {
    const { cloudflare, store } = await setUp();
    cloudflare.fault = () => ({ kind: "status", status: 429, retryAfter: "86400" });
    await expect(store.put(entries(1))).rejects.toThrow("429");
    expect(cloudflare.seen).toHaveLength(1);
  });
});

describe("keys", () => {
  test.for(["/", "/a b", "/é", "/%C3%A9", "ledger/0001", "/a?b=c&d#e", "/ø/..x", `/${"x".repeat(511)}`])(
    "%s is written, read, listed and deleted",
    async (name) => {
      const { store, namespace } = await setUp();
      const key = name as StorageKey;
      await store.put([entry("/other"), entry(name)]);
      expect((await store.get(key))?.metadata).toEqual({ k: name });
      expect(await keysOf(store, name)).toContain(name);
      await store.delete([key]);
      expect(await store.get(key)).toBeNull();
      expect([...namespace.pairs.keys()]).toEqual(["/other"]);
    },
  );
});

describe("a listing", () => {
  test("asks for a thousand names at a time, and goes on where the page before ended", async () => {
    const { cloudflare, store } = await setUp();
    await store.put(entries(2001));
    cloudflare.seen.length = 0;
    expect(await keysOf(store, "/a/")).toEqual(entries(2001).map(({ key }) => key));
    expect(cloudflare.seen.map(({ search }) => Object.fromEntries(search))).toEqual([
      { limit: "1000", prefix: "/a/" },
      { limit: "1000", prefix: "/a/", cursor: "1000" },
      { limit: "1000", prefix: "/a/", cursor: "2000" },
    ]);
  });

  test("without a prefix names none", async () => {
    const { cloudflare, store } = await setUp();
    await keysOf(store);
    expect(cloudflare.seen.map(({ search }) => Object.fromEntries(search))).toEqual([{ limit: "1000" }]);
  });
});

describe("an answer that is not as documented is a fault with the place", () => {
  const says = /^Cloudflare's answer does not match its documentation: Invalid \w+: Expected /;
  test.for([
    { name: "a listing without names", route: ["GET", /keys$/], result: [{ key: "/a" }] },
    { name: "a listing that is no list", route: ["GET", /keys$/], result: {} },
    { name: "texts that are none", route: ["POST", /bulk\/get$/], result: { values: { "/a": 7 } } },
    { name: "texts without values", route: ["POST", /bulk\/get$/], result: {} },
    { name: "keys that are no text", route: ["PUT", /bulk$/], result: { unsuccessful_keys: [7] } },
  ] as const)("$name", async ({ route: [method, path], result }) => {
    const { cloudflare, store } = await setUp();
    cloudflare.routes.push([method, path, () => ({ result })]);
    const work = {
      GET: () => keysOf(store),
      POST: () => store.getTexts([KEY]),
      PUT: () => store.put(entries(1)),
    };
    await expect(work[method]()).rejects.toThrow(says);
  });

  test.for([{ result: null }, { result: {} }])("but a write may answer with $result", async ({ result }) => {
    const { cloudflare, store } = await setUp();
    cloudflare.routes.push(["PUT", /bulk$/, () => ({ result })]);
    await store.put(entries(1));
    expect(cloudflare.seen).toHaveLength(1);
  });
});

describe("a namespace", () => {
  test("is named to people, and is part of a path whatever is in it", async () => {
    const { cloudflare } = await setUp();
    const store = new RemoteStore(cloudflare.account, "a/b", HASTY);
    expect(store.name).toBe("Cloudflare's KV namespace a/b");
    await expect(store.get(KEY)).rejects.toThrow("the KV namespace a/b no longer exists");
  });

  test("that nobody answers for is a fault, and no value that is missing", async () => {
    const { cloudflare, store } = await setUp();
    cloudflare.fault = () => ({ kind: "reset" });
    await expect(store.get(KEY)).rejects.toThrow("cannot be reached");
  });
});
