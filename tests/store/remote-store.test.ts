import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import type { Fault } from "../../scripts/stand-in/cloudflare-stand-in.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { CloudflareError } from "../../src/store/cloudflare-error.ts";
import type { Patience } from "../../src/store/persist.ts";
import { RemoteStore } from "../../src/store/remote-store.ts";
import type { StoreEntry } from "../../src/store/store.ts";
import { expectSameEndState } from "./random-faults.ts";
import { startStandIn } from "./start-stand-in.ts";

/** Tries as often as a publisher's, without the waits. */
const HASTY: Patience = { attempts: 8, firstDelayMs: 0, longestDelayMs: 0, answerMs: 5000 };

async function setUp(patience: Patience = HASTY) {
  const cloudflare = await startStandIn();
  const namespace = cloudflare.addNamespace("feedwright-documents");
  return { cloudflare, namespace, store: new RemoteStore(cloudflare.account, namespace.id, patience) };
}

function entry(key: string, size = 10, stage?: string): StoreEntry {
  const value = Buffer.alloc(size, key);
  return { key: key as StorageKey, value, metadata: { k: key }, ...(stage !== undefined && { stage }) };
}

function entries(count: number, size = 10, stage?: string): StoreEntry[] {
  return Array.from({ length: count }, (_, n) => entry(`/a/${String(n).padStart(5, "0")}`, size, stage));
}

async function keysOf(store: RemoteStore, prefix?: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(prefix)) keys.push(key);
  return keys;
}

describe("batches", () => {
  test("hold at most 1,000 pairs, and no more bytes than 8 MB but for a larger pair", async () => {
    const { cloudflare, store, namespace } = await setUp();
    await store.put([...entries(2500), entry("/large", 20_000_000), entry("/z")]);
    expect(namespace.writes.map(({ length }) => length)).toEqual([1000, 1000, 500, 1, 1]);
    expect(namespace.pairs.get("/large")?.value.byteLength).toBe(20_000_000);
    expect(cloudflare.seen.every(({ method }) => method === "PUT")).toBe(true);
  });

  test("report how far they are, and end on the whole", async () => {
    const { store } = await setUp();
    const told: number[] = [];
    await store.put(entries(2500), (done) => told.push(done));
    expect(told).toEqual([1000, 2000, 2500]);
  });

  test("without a stage go one after the other, in the order given", async () => {
    const { cloudflare, store, namespace } = await setUp();
    const list = entries(3500);
    cloudflare.fault = (_, index) => (index % 2 === 0 ? { kind: "status", status: 503 } : null);
    await store.put(list);
    expect(namespace.writes.flat()).toEqual(list.map(({ key }) => key));
  });

  test("of one stage are under way together, and the next stage waits for every one of them", async () => {
    const { cloudflare, namespace } = await setUp();
    const pages = entries(6000, 10, "page");
    const list = [...pages, entry("/rss.xml", 10, "feed"), entry("/", 10, "page")];
    // The first of the pages' batches is refused until all the others are written.
    cloudflare.fault = ({ body }) =>
      body.includes('"/a/00000"') && namespace.pairs.size < 5000 ? { kind: "reset" } : null;
    await new RemoteStore(cloudflare.account, namespace.id, { ...HASTY, attempts: 1000 }).put(list);
    expect(namespace.writes).toHaveLength(8);
    expect(namespace.writes.at(5)).toContain("/a/00000");
    expect(namespace.writes.slice(6)).toEqual([["/rss.xml"], ["/"]]);
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
  { name: "an answer that never comes", fault: { kind: "silence" } },
  { name: "a page instead of JSON", fault: { kind: "garbage" } },
  { name: "unsuccessful_keys", fault: { kind: "partial", every: 3 } },
];

describe("a fault that passes", () => {
  test.for(PASSING)("$name costs nothing, whatever is asked", async ({ fault }) => {
    const { cloudflare, store, namespace } = await setUp({
      ...HASTY,
      answerMs: fault.kind === "silence" ? 300 : HASTY.answerMs,
    });
    const times = new Map<string, number>();
    cloudflare.fault = ({ method, path }) => {
      const asked = `${method} ${path}`;
      times.set(asked, (times.get(asked) ?? 0) + 1);
      const bulk = path.includes("/bulk");
      return (times.get(asked) ?? 0) <= 2 && (bulk || fault.kind !== "garbage") ? fault : null;
    };
    const list = entries(30);
    await store.put(list);
    const read = await store.get("/a/00007" as StorageKey);
    expect(read).toEqual({ value: new Uint8Array(list[7]?.value ?? []), metadata: { k: "/a/00007" } });
    expect(await keysOf(store)).toHaveLength(30);
    await store.delete(list.slice(10).map(({ key }) => key));
    expect([...namespace.pairs.keys()].sort()).toEqual(list.slice(0, 10).map(({ key }) => key));
    expect(times.get(`PUT storage/kv/namespaces/${namespace.id}/bulk`)).toBeGreaterThanOrEqual(3);
  });

  test("only what is not confirmed is sent again", async () => {
    const { cloudflare, store } = await setUp();
    cloudflare.fault = (_, index) => (index === 0 ? { kind: "partial", every: 10 } : null);
    await store.put(entries(100));
    const sent = cloudflare.seen.map(({ body }) => JSON.parse(body.toString()).length);
    expect(sent).toEqual([100, 10]);
  });

  test("that does not pass is told in one sentence", async () => {
    const { cloudflare, store } = await setUp();
    cloudflare.fault = () => ({ kind: "status", status: 503 });
    await expect(store.put(entries(1))).rejects.toThrow("Cloudflare answers HTTP 503");
    expect(cloudflare.seen).toHaveLength(HASTY.attempts);
  });

  test("a wait of more than Cloudflare's five minutes is not waited for", async () => {
    const { cloudflare, store } = await setUp();
    cloudflare.fault = () => ({ kind: "status", status: 429, retryAfter: "86400" });
    await expect(store.put(entries(1))).rejects.toThrow("429");
    expect(cloudflare.seen).toHaveLength(1);
  });
});

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

test("a hundred reads at once are no more than sixteen requests at a time", async () => {
  const { cloudflare, store } = await setUp();
  const list = entries(100);
  await store.put(list);
  const read = await Promise.all(list.map(({ key }) => store.get(key)));
  expect(read.map((stored) => stored?.metadata)).toEqual(list.map(({ metadata }) => metadata));
  expect(cloudflare.mostUnderWay).toBeLessThanOrEqual(16);
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

test("20,000 keys over a network where every third request goes wrong: nothing lost, nothing left over", async () => {
  await expectSameEndState(20_000, 1);
});
