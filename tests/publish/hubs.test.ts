import { describe, expect, test } from "vitest";
import { notePings } from "../../src/publish/pending-pings.ts";
import type { Topic } from "../../src/publish/topics.ts";
import type { WebSubTimes } from "../../src/publish/websub.ts";
import { pingHubs } from "../../src/publish/websub.ts";
import { HUBS_KEY } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";
import type { Store } from "../../src/store/store.ts";
import { freePort } from "../served-site.ts";
import { startServer } from "./loopback.ts";
import { startHub } from "./small-hub.ts";

const times: WebSubTimes = { lookEveryMs: 1, edgeMs: 200, propagationMs: 1, answerMs: 5000 };

/** An edge that shows the old tag so many times, then the new one. */
async function startEdge(stale = 0): Promise<{ readonly topics: Topic[]; readonly looks: () => number }> {
  let looks = 0;
  const origin = await startServer(({ method }) => {
    if (method === "HEAD") looks += 1;
    return { status: 200, fields: { ETag: looks > stale ? 'W/"2.new-gzip"' : 'W/"1.old"' } };
  });
  return { topics: [{ url: `${origin}/rss.xml`, tag: 'W/"2.new"' }], looks: () => looks };
}

/** What a publish does about hubs. */
async function publishNews(
  store: Store,
  hubs: readonly string[],
  topics: readonly Topic[],
  ownTimes: WebSubTimes = times,
) {
  return pingHubs(store, await notePings(store, hubs, topics), topics, { times: ownTimes });
}

/** A hub that is down. */
async function deadHub(): Promise<string> {
  return `http://127.0.0.1:${await freePort()}/`;
}

describe("hubs", () => {
  test("are told once the edge shows the new tag, and once more after propagation", async () => {
    const { topics, looks } = await startEdge(3);
    const hub = await startHub();
    expect(await publishNews(new MemoryStore(), [hub.url], topics)).toEqual([]);
    expect(looks()).toBe(4);
    const found = { topic: topics[0]?.url, tag: 'W/"2.new-gzip"', link: null };
    expect(hub.fetched).toEqual([found, found]);
  });

  test("are told all the same where the edge does not show it in time", async () => {
    const { topics } = await startEdge(Number.POSITIVE_INFINITY);
    const hub = await startHub();
    await publishNews(new MemoryStore(), [hub.url], topics, { ...times, edgeMs: 5 });
    expect(hub.fetched.map(({ tag }) => tag)).toEqual(['W/"1.old"', 'W/"1.old"']);
  });

  test("are left alone where nothing changed, and nothing is waited for", async () => {
    const hub = await startHub();
    const forEver = { ...times, propagationMs: 3_600_000 };
    expect(await publishNews(new MemoryStore(), [hub.url], [], forEver)).toEqual([]);
    expect(hub.fetched).toEqual([]);
  });
});

describe("a hub that fails", () => {
  test("does not keep the others from hearing, and is reported with the reason", async () => {
    const { topics } = await startEdge();
    const [good, refusing, dead] = [await startHub(), await startHub(500), await deadHub()];
    const failed = await publishNews(new MemoryStore(), [dead, good.url, refusing.url], topics);
    expect(good.fetched).toHaveLength(2);
    expect(failed).toEqual([
      { hub: dead, reason: "it cannot be reached" },
      { hub: refusing.url, reason: "HTTP 500" },
    ]);
  });

  test("is told what it missed after the next publish, even one that changes nothing, and then no more", async () => {
    const { topics } = await startEdge();
    const store = new MemoryStore();
    const hub = await startHub(503);
    await publishNews(store, [hub.url], topics);
    expect(await store.get(HUBS_KEY)).not.toBeNull();
    hub.status = 202;
    expect(await publishNews(store, [hub.url], [])).toEqual([]);
    expect(hub.fetched.map(({ topic }) => topic)).toEqual([topics[0]?.url, topics[0]?.url]);
    expect(await store.get(HUBS_KEY)).toBeNull();
    await publishNews(store, [hub.url], []);
    expect(hub.fetched).toHaveLength(2);
  });

  test("is forgotten with its topics once site.toml does not name it any more", async () => {
    const { topics } = await startEdge();
    const store = new MemoryStore();
    await publishNews(store, [await deadHub()], topics);
    const hub = await startHub();
    await publishNews(store, [hub.url], topics);
    expect(await store.get(HUBS_KEY)).toBeNull();
  });

  test("costs no write as long as it misses the same", async () => {
    const { topics } = await startEdge();
    const store = new MemoryStore();
    const dead = await deadHub();
    await publishNews(store, [dead], topics);
    const before = await store.get(HUBS_KEY);
    await publishNews(store, [dead], topics);
    expect(await store.get(HUBS_KEY)).toBe(before);
  });
});

describe("a publish that is killed before it told its hubs", () => {
  test("is made up for by the next one, even one that changes nothing", async () => {
    const { topics } = await startEdge();
    const store = new MemoryStore();
    const hub = await startHub();
    await notePings(store, [hub.url], topics);
    expect(await publishNews(store, [hub.url], [])).toEqual([]);
    expect(hub.fetched.map(({ topic }) => topic)).toEqual([topics[0]?.url, topics[0]?.url]);
    expect(await store.get(HUBS_KEY)).toBeNull();
  });

  test("is made up for with what the next one changes, each feed told once a ping", async () => {
    const [first, second] = [await startEdge(), await startEdge()];
    const store = new MemoryStore();
    const hub = await startHub();
    await notePings(store, [hub.url], first.topics);
    await publishNews(store, [hub.url], [...first.topics, ...second.topics]);
    const both = [first.topics[0]?.url, second.topics[0]?.url];
    expect(hub.fetched.map(({ topic }) => topic)).toEqual([...both, ...both]);
  });
});
