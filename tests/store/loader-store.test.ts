import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import type { LoaderRuntime } from "../../src/store/loader-store.ts";
import { LoaderStore } from "../../src/store/loader-store.ts";
import { localFault, unknownFault } from "../../src/store/local-fault.ts";
import type { StoreEntry } from "../../src/store/store.ts";
import { StoreError } from "../../src/store/store.ts";
import { keysIn } from "./store-contract.ts";

// What never ends is told before long.
vi.setConfig({ testTimeout: 10_000 });

interface Asked {
  readonly verb: string;
  readonly body: Buffer;
}

/** What the loader in workerd answers. */
interface Answer {
  readonly status?: number;
  readonly fields?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A runtime that says nothing of faults. */
const SILENT: LoaderRuntime = { stop: async () => {}, said: () => [] };

/** A store over a loader that answers so; gives what it was asked too. */
async function openOver(answer: (asked: Asked) => Answer, pausesMs?: readonly number[]) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const one = { verb: `${request.method} ${request.url}`, body: Buffer.concat(chunks) };
    asked.push(one);
    const { status = 200, fields = {}, body = "" } = answer(one);
    response.writeHead(status, { ...fields }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  const url = new URL(`http://127.0.0.1:${port}`);
  return { asked, store: new LoaderStore("state", url, SILENT, pausesMs) };
}

/** The same where the network plays no part. */
function openWithoutNetwork(answer: () => Answer) {
  const asked: Asked[] = [];
  vi.stubGlobal("fetch", async (url: URL, { method, body }: { method: string; body: Uint8Array }) => {
    asked.push({ verb: `${method} ${url.pathname}`, body: Buffer.from(body) });
    return new Response("", { status: answer().status ?? 200 });
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  return { asked, store: new LoaderStore("state", new URL("http://127.0.0.1"), SILENT) };
}

const done = (): Answer => ({ body: "done" });
const key = (text: string) => text as StorageKey;
const entry = (name: string, stage?: string): StoreEntry => ({
  key: key(name),
  value: new Uint8Array([1]),
  metadata: null,
  ...(stage !== undefined && { stage }),
});

/** The keys of a packed batch. */
function keysOf({ body }: Asked): string[] {
  const list: [string][] = JSON.parse(body.subarray(4, 4 + body.readUInt32LE(0)).toString());
  return list.map(([key]) => key);
}

test("a store that is closed ends its loader", async () => {
  let ended = false;
  const stop = async () => {
    ended = true;
  };
  await new LoaderStore("state", new URL("http://127.0.0.1"), { ...SILENT, stop }).close();
  expect(ended).toBe(true);
});

test.for([
  { name: "where its pairs are", openBucket: undefined, place: "/size" },
  {
    name: "where its runtime opens it",
    openBucket: async () => new URL("http://127.0.0.1/media/"),
    place: "/media/size",
  },
])("a store has its bucket $name", async ({ openBucket, place }) => {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: URL) => {
    asked.push(url.pathname);
    return new Response("7");
  });
  onTestFinished(() => void vi.unstubAllGlobals());
  const runtime = { ...SILENT, ...(openBucket && { openBucket }) };
  const { bucket } = new LoaderStore("state", new URL("http://127.0.0.1"), runtime);
  expect([await bucket.sizeOf("media/a.mp3"), asked]).toEqual([7, [place]]);
});

describe("what is put", () => {
  test.for([
    { name: "five hundred pairs at a time", list: many(501), batches: [500, 1] },
    {
      name: "no stage together with another",
      list: [entry("/a", "page"), entry("/b", "feed")],
      batches: [1, 1],
    },
    { name: "a stage by itself", list: [entry("/a", "page"), entry("/b", "page")], batches: [2] },
    { name: "what has no stage in its order", list: [entry("/a", "page"), entry("/b")], batches: [1, 1] },
    { name: "nothing where there is nothing", list: [], batches: [] },
  ])("goes $name", async ({ list, batches }) => {
    const { asked, store } = await openOver(done);
    const told: number[] = [];
    await store.put(list, (count) => told.push(count));
    expect(asked.map(({ verb }) => verb)).toEqual(batches.map(() => "POST /put"));
    expect(asked.map((one) => keysOf(one).length)).toEqual(batches);
    expect(asked.flatMap(keysOf)).toEqual(list.map(({ key }) => key));
    expect(told).toEqual(batches.map((_, n) => batches.slice(0, n + 1).reduce((sum, size) => sum + size)));
  });

  test("goes 32 MiB at a time, and a larger value alone", async () => {
    const { asked, store } = openWithoutNetwork(done);
    const half = new Uint8Array(16 * 1024 * 1024);
    const sized = [half, half, new Uint8Array(1), new Uint8Array(2 * half.byteLength + 1), new Uint8Array(1)];
    await store.put(sized.map((value, n) => ({ ...entry(`/${n}`), value })));
    expect(asked.map(keysOf)).toEqual([["/0", "/1"], ["/2"], ["/3"], ["/4"]]);
  });

  function many(count: number): StoreEntry[] {
    return Array.from({ length: count }, (_, n) => entry(`/${n}`, "page"));
  }
});

test("deletions go five hundred at a time, and tell how far they are", async () => {
  const { asked, store } = await openOver(done);
  const keys = Array.from({ length: 1001 }, (_, n) => key(`/${n}`));
  const told: number[] = [];
  await store.delete(keys, (count) => told.push(count));
  await store.delete(keys.slice(0, 500));
  expect(asked.map(({ verb }) => verb)).toEqual(asked.map(() => "POST /delete"));
  expect(asked.map(({ body }) => JSON.parse(body.toString()).length)).toEqual([500, 500, 1, 500]);
  expect(asked.slice(0, 3).flatMap(({ body }) => JSON.parse(body.toString()))).toEqual(keys);
  expect(told).toEqual([500, 1000, 1001]);
});

describe("what is read", () => {
  test("is a value with its metadata, whatever letters these hold", async () => {
    const fields = { metadata: encodeURIComponent('{"t":"é %41"}') };
    const { asked, store } = await openOver(() => ({ fields, body: "value" }));
    const stored = await store.get(key("/é"));
    expect(stored).toEqual({ value: new TextEncoder().encode("value"), metadata: { t: "é %41" } });
    expect(asked.map(({ verb, body }) => `${verb} ${body}`)).toEqual(['POST /get "/é"']);
  });

  test.for([
    { name: "no value where there is none", answer: { status: 404 }, stored: null },
    {
      name: "no metadata where there are none",
      answer: { body: "v" },
      stored: { value: new TextEncoder().encode("v"), metadata: null },
    },
  ])("is $name", async ({ answer, stored }) => {
    const { asked, store } = await openOver(() => answer, []);
    expect(await store.get(key("/a"))).toEqual(stored);
    expect(asked).toHaveLength(1);
  });

  test("is many texts with one request", async () => {
    const { asked, store } = await openOver(() => ({ body: '["one",null]' }));
    expect(await store.getTexts([key("a"), key("b")])).toEqual(["one", null]);
    expect(asked.map(({ verb, body }) => `${verb} ${body}`)).toEqual(['POST /texts ["a","b"]']);
  });

  test("is a listing page by page, metadata being null where there are none", async () => {
    const pages = [
      { keys: [{ name: "/a", metadata: { n: 1 } }, { name: "/b" }], cursor: "next" },
      { keys: [{ name: "/c" }], cursor: null },
    ];
    const { asked, store } = await openOver(() => ({ body: JSON.stringify(pages.shift()) }));
    const listed = [];
    for await (const one of store.list("/")) listed.push(one);
    expect(listed).toEqual([
      { key: "/a", metadata: { n: 1 } },
      { key: "/b", metadata: null },
      { key: "/c", metadata: null },
    ]);
    expect(asked.map(({ verb, body }) => `${verb} ${body}`)).toEqual([
      'POST /list {"prefix":"/","cursor":null}',
      'POST /list {"prefix":"/","cursor":"next"}',
    ]);
  });

  test("is everything where no beginning is asked for", async () => {
    const { asked, store } = await openOver(() => ({ body: '{"keys":[],"cursor":null}' }));
    expect(await keysIn(store)).toEqual([]);
    expect(asked.map(({ body }) => body.toString())).toEqual(['{"prefix":"","cursor":null}']);
  });
});

describe("a write that another process got in the way of", () => {
  test("is tried again after each pause", async () => {
    const answers = [{ status: 500 }, { status: 500 }, done()];
    const { asked, store } = await openOver(() => answers.shift() ?? {}, [0, 0]);
    await store.put([entry("/a")]);
    expect(asked).toHaveLength(3);
    expect(new Set(asked.map(({ body }) => body.toString())).size).toBe(1);
  });

  test("is a fault when the last pause is over, with the place, the reason and the way out", async () => {
    const { asked, store } = await openOver(() => ({ status: 500, body: "KV DELETE failed: 500" }), [0, 0]);
    await expect(store.delete([key("/a")])).rejects.toThrow(
      new StoreError(unknownFault("state", "failed to delete: KV DELETE failed: 500")),
    );
    // A listing tells more than a write.
    expect(asked.map(({ verb }) => verb)).toEqual([...Array(3).fill("POST /delete"), "POST /list"]);
    expect(asked.at(-1)?.body.toString()).toBe('{"prefix":"","cursor":null}');
  });

  test("is tried for three seconds: after 0.1, 0.2, 0.4, 0.8 and 1.6", async () => {
    const { asked, store } = openWithoutNetwork(() => ({ status: 500 }));
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const puts = () => asked.filter(({ verb }) => verb === "POST /put");
    const refused = expect(store.put([entry("/a")])).rejects.toThrow(StoreError);
    for (const [tried, pauseMs] of [100, 200, 400, 800, 1600].entries()) {
      await vi.advanceTimersByTimeAsync(pauseMs - 1);
      expect(puts()).toHaveLength(tried + 1);
      await vi.advanceTimersByTimeAsync(1);
      expect(puts()).toHaveLength(tried + 2);
    }
    await refused;
  });
});

describe("a fault of a loader", () => {
  const refused = () => new Response("KV PUT failed: 500", { status: 500 });
  const asking = (fetched: () => Response | Promise<Response>, said: readonly string[] = []) => {
    vi.stubGlobal("fetch", async () => fetched());
    onTestFinished(() => void vi.unstubAllGlobals());
    const runtime = { ...SILENT, said: () => said };
    return new LoaderStore("state", new URL("http://127.0.0.1"), runtime, []).get(key("/a"));
  };

  test("is told as what its runtime says of it", async () => {
    await expect(asking(refused, ["attempt to write a readonly database: SQLITE_READONLY"])).rejects.toThrow(
      new StoreError(localFault("state", ["SQLITE_READONLY"]) ?? ""),
    );
  });

  test("of which its runtime says nothing is told as it comes", async () => {
    await expect(asking(refused)).rejects.toThrow(
      new StoreError(unknownFault("state", "failed to get: KV PUT failed: 500")),
    );
  });

  test("is told as what a listing says of it, where the write says nothing", async () => {
    const answers = [refused(), new Response("SQLITE_READONLY", { status: 500 })];
    await expect(asking(() => answers.shift() ?? refused())).rejects.toThrow(
      new StoreError(localFault("state", ["SQLITE_READONLY"]) ?? ""),
    );
  });

  test.for([new TypeError("fetch failed"), "fetch failed"])(
    "whose runtime has ended is one of the store",
    async (fault) => {
      await expect(asking(() => Promise.reject(fault))).rejects.toThrow(
        new StoreError(unknownFault("state", "failed to get: fetch failed")),
      );
    },
  );
});
