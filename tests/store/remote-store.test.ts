import { describe, expect, test } from "vitest";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { CloudflareError } from "../../src/store/cloudflare-error.ts";
import { RemoteStore } from "../../src/store/remote-store.ts";
import type { Fault } from "../stand-in/cloudflare-stand-in.ts";
import { expectSameEndState } from "./random-faults.ts";
import { entries, entry, HASTY, keysOf, setUp } from "./remote-namespace.ts";

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

  test("read a value when its request is made, once, and no more than four requests ahead", async () => {
    const { cloudflare, store, namespace } = await setUp();
    let read = 0;
    let mostHeld = 0;
    cloudflare.fault = (_, index) => {
      mostHeld = Math.max(mostHeld, read - namespace.pairs.size);
      return index % 3 === 1 ? { kind: "partial", every: 2 } : null;
    };
    const list = entries(10_000, 10, "page").map((entry) => ({
      ...entry,
      sizeBytes: 10,
      get value() {
        read += 1;
        return entry.value;
      },
    }));
    read = 0;
    await store.put(list);
    expect(read).toBe(10_000);
    expect(mostHeld).toBeGreaterThan(1000);
    expect(mostHeld).toBeLessThanOrEqual(4000);
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
    const text = Buffer.from(list[7]?.value ?? []).toString();
    expect(await store.getTexts(["/a/00007", "/none"].map((name) => name as StorageKey))).toEqual([
      text,
      null,
    ]);
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
    await expect(store.put(entries(1))).rejects.toThrow("Cloudflare answers HTTP 503");
    expect(cloudflare.seen).toHaveLength(HASTY.attempts);
  });

  test("leaves keys that are never taken in the sentence", async () => {
    const { cloudflare, store } = await setUp();
    cloudflare.fault = () => ({ kind: "partial", every: 1 });
    await expect(store.put(entries(5))).rejects.toThrow("Cloudflare did not take 5 of 5 keys");
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

test("20,000 keys over a network where every third request goes wrong: nothing lost, nothing left over", async () => {
  await expectSameEndState(20_000, 1);
});
