import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import type { Topic } from "../../src/publish/topics.ts";
import type { WebSubTimes } from "../../src/publish/websub.ts";
import { tellHubs } from "../../src/publish/websub.ts";
import { HUBS_KEY } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import { freePort } from "../served-site.ts";
import { startHub } from "./small-hub.ts";

const times: WebSubTimes = { lookEveryMs: 1, edgeMs: 200, propagationMs: 1, answerMs: 5000 };

/** An edge that shows the old tag so many times, then the new one. */
async function startEdge(stale = 0): Promise<{ readonly topics: Topic[]; readonly looks: () => number }> {
  let looks = 0;
  const server = createServer((request, response) => {
    if (request.method === "HEAD") looks += 1;
    const tag = looks > stale ? 'W/"2.new-gzip"' : 'W/"1.old"';
    response.writeHead(200, { ETag: tag }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { topics: [{ url: `${origin}/rss.xml`, tag: 'W/"2.new"' }], looks: () => looks };
}

/** A hub that is down. */
async function deadHub(): Promise<string> {
  return `http://127.0.0.1:${await freePort()}/`;
}

describe("hubs", () => {
  test("are told once the edge shows the new tag, and once more after propagation", async () => {
    const { topics, looks } = await startEdge(3);
    const hub = await startHub();
    expect(await tellHubs(new MemoryStore(), [hub.url], topics, { times })).toEqual([]);
    expect(looks()).toBe(4);
    const found = { topic: topics[0]?.url, tag: 'W/"2.new-gzip"', link: null };
    expect(hub.fetched).toEqual([found, found]);
  });

  test("are told all the same where the edge does not show it in time", async () => {
    const { topics } = await startEdge(Number.POSITIVE_INFINITY);
    const hub = await startHub();
    await tellHubs(new MemoryStore(), [hub.url], topics, { times: { ...times, edgeMs: 5 } });
    expect(hub.fetched.map(({ tag }) => tag)).toEqual(['W/"1.old"', 'W/"1.old"']);
  });

  test("are left alone where nothing changed, and nothing is waited for", async () => {
    const hub = await startHub();
    const forEver = { ...times, propagationMs: 3_600_000 };
    expect(await tellHubs(new MemoryStore(), [hub.url], [], { times: forEver })).toEqual([]);
    expect(hub.fetched).toEqual([]);
  });
});

describe("a hub that fails", () => {
  test("does not keep the others from hearing, and is reported with the reason", async () => {
    const { topics } = await startEdge();
    const [good, refusing, dead] = [await startHub(), await startHub(500), await deadHub()];
    const failed = await tellHubs(new MemoryStore(), [dead, good.url, refusing.url], topics, { times });
    expect(good.fetched).toHaveLength(2);
    expect(failed).toEqual([
      { hub: dead, reason: "it cannot be reached" },
      { hub: refusing.url, reason: "it answers with 500" },
    ]);
  });

  test("is told what it missed after the next publish, even one that changes nothing, and then no more", async () => {
    const { topics } = await startEdge();
    const store = new MemoryStore();
    const hub = await startHub(503);
    await tellHubs(store, [hub.url], topics, { times });
    expect(await store.get(HUBS_KEY)).not.toBeNull();
    hub.status = 202;
    expect(await tellHubs(store, [hub.url], [], { times })).toEqual([]);
    expect(hub.fetched.map(({ topic }) => topic)).toEqual([topics[0]?.url, topics[0]?.url]);
    expect(await store.get(HUBS_KEY)).toBeNull();
    await tellHubs(store, [hub.url], [], { times });
    expect(hub.fetched).toHaveLength(2);
  });

  test("is forgotten with its topics once site.toml does not name it any more", async () => {
    const { topics } = await startEdge();
    const store = new MemoryStore();
    await tellHubs(store, [await deadHub()], topics, { times });
    const hub = await startHub();
    await tellHubs(store, [hub.url], topics, { times });
    expect(await store.get(HUBS_KEY)).toBeNull();
  });

  test("costs no write as long as it misses the same", async () => {
    const { topics } = await startEdge();
    const store = new MemoryStore();
    const dead = await deadHub();
    await tellHubs(store, [dead], topics, { times });
    const before = await store.get(HUBS_KEY);
    await tellHubs(store, [dead], topics, { times });
    expect(await store.get(HUBS_KEY)).toBe(before);
  });
});
