import { describe, expect, test } from "vitest";
import { RemoteStore } from "../../src/store/remote-store.ts";
import { expectNoHarm } from "./passing-fault.ts";
import { expectSameEndState } from "./random-faults.ts";
import { entries, entry, HASTY, setUp } from "./remote-namespace.ts";

describe("batches of many keys", () => {
  test("hold at most 1,000 pairs, and no more bytes than 8 MB but for a larger pair", async () => {
    const { cloudflare, store, namespace } = await setUp();
    await store.put([...entries(2500), entry("/large", 20_000_000), entry("/z")]);
    expect(namespace.writes.map(({ length }) => length)).toEqual([1000, 1000, 500, 1, 1]);
    expect(namespace.pairs.get("/large")?.value.byteLength).toBe(20_000_000);
    expect(cloudflare.seen.every(({ method }) => method === "PUT")).toBe(true);
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
});

test("6,000 keys over a network where every third request goes wrong: nothing lost, nothing left over", async () => {
  await expectSameEndState(6000, 1);
});

test("an answer that never comes costs nothing but time, whatever is asked", async () => {
  await expectNoHarm({ kind: "silence" }, { ...HASTY, answerMs: 300 });
});

test("texts of more than 25 MiB together are asked for by halves", async () => {
  const { cloudflare, store } = await setUp();
  const list = entries(6, 5_000_000);
  await store.put(list);
  cloudflare.seen.length = 0;
  const read = await store.getTexts(list.map(({ key }) => key));
  expect(read.map((text) => text?.length)).toEqual(list.map(() => 5_000_000));
  expect(cloudflare.seen.map(({ body }) => JSON.parse(body.toString()).keys.length)).toEqual([6, 3, 3]);
});
