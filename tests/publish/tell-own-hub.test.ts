import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { askHub } from "../../src/publish/ask-hub.ts";
import { keepHubSecret, readHubSecret } from "../../src/publish/hub-secret.ts";
import type { Plan } from "../../src/publish/plan.ts";
import { tellOwnHub } from "../../src/publish/tell-own-hub.ts";
import { encodeMetadata } from "../../src/representation/encode-metadata.ts";
import type { EntityTag } from "../../src/representation/entity-tag.ts";
import type { RepresentationMetadata } from "../../src/representation/representation.ts";
import type { StorageKey } from "../../src/representation/storage-key.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";

const SECRET = "the tide turns";
const SITE = "https://quay.example";
const NOW = 1_751_392_800;

/** What a hub was posted, taken apart. */
interface Posted {
  readonly message: Record<string, unknown>;
  readonly rest: string;
  readonly isSigned: boolean;
}

/** A hub on loopback until the test ends: keeps what it is posted, and answers so. */
async function startHub(answers: () => { readonly status: number; readonly body: string }) {
  const posted: Posted[] = [];
  const server = createServer(async (request, response) => {
    const sent = await buffer(request);
    const end = sent.indexOf("\n");
    const [, time = "", hex = ""] =
      /^t=(\d+),sha256=(.*)$/.exec(String(request.headers["feedwright-signature"])) ?? [];
    const signed = createHmac("sha256", SECRET).update(`${time}.`).update(sent).digest("hex");
    posted.push({
      message: JSON.parse(sent.subarray(0, end).toString()),
      rest: sent.subarray(end + 1).toString(),
      isSigned: signed === hex && Math.abs(Number(time) - Date.now() / 1000) < 60,
    });
    const { status, body } = answers();
    if (status === 0) request.socket.destroy();
    else response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hub`;
  return { hub: { url, secret: SECRET }, posted };
}

const TAKEN = { status: 200, body: '{"subscribers":3}' };

function feed(key: string, but: Partial<RepresentationMetadata> = {}, text = "<feed/>") {
  const gzip = gzipSync(text);
  const metadata: RepresentationMetadata = {
    status: 200,
    kind: "feed",
    type: "application/atom+xml; charset=utf-8",
    tag: 'W/"1.5555550123456789"' as EntityTag,
    lastModified: NOW - 60,
    pollSeconds: 900,
    sizeBytes: text.length,
    stored: { gzip: gzip.byteLength, brotli: 0, identity: 0, index: 4 },
    link: `<${SITE}${key}>; rel="self"`,
    ...but,
  };
  return {
    key: key as StorageKey,
    value: Buffer.concat([gzip, Buffer.from("item")]),
    metadata: encodeMetadata(metadata),
  };
}

function planOf(...entries: ReturnType<typeof feed>[]): Plan {
  return { stages: [entries] } as unknown as Plan;
}

const context = (plan: Plan, store = new MemoryStore()) => ({
  plan,
  store,
  named: `${SITE}/hub`,
  signature: "sha256" as const,
  nowSeconds: NOW,
});

describe("a site's own hub", () => {
  test("is posted what a publish wrote, signed: what is said of it, its index, its body without a coding", async () => {
    const { hub, posted } = await startHub(() => TAKEN);
    const told = await tellOwnHub(hub, [`${SITE}/atom.xml`], context(planOf(feed("/atom.xml"))), []);
    expect(told).toEqual({ told: 1, subscribers: 3, left: [], reason: null });
    expect(posted).toEqual([
      {
        message: {
          do: "publish",
          topic: `${SITE}/atom.xml`,
          type: "application/atom+xml; charset=utf-8",
          tag: 'W/"1.5555550123456789"',
          edition: NOW - 60,
          link: `<${SITE}/atom.xml>; rel="self"`,
          signature: "sha256",
          indexBytes: 4,
        },
        rest: "item<feed/>",
        isSigned: true,
      },
    ]);
  });

  test("is posted what an earlier publish wrote, from the store", async () => {
    const { hub, posted } = await startHub(() => TAKEN);
    const store = new MemoryStore();
    await store.put([feed("/rss.xml", {}, "<rss/>")]);
    await tellOwnHub(hub, [`${SITE}/rss.xml`], context(planOf(), store), []);
    expect(posted.map(({ rest }) => rest)).toEqual(["item<rss/>"]);
  });

  test("is named in Link where the feed has no room for it", async () => {
    const { hub, posted } = await startHub(() => TAKEN);
    const { link: _, ...rest } = feed("/atom.xml").metadata as Record<string, unknown> & { link?: string };
    const entry = {
      ...feed("/atom.xml"),
      metadata: Object.fromEntries(Object.entries(rest).filter(([name]) => name !== "a")),
    };
    await tellOwnHub(hub, [`${SITE}/atom.xml`], context(planOf(entry)), []);
    expect(posted[0]?.message.link).toBe(`<${SITE}/atom.xml>; rel="self", <${SITE}/hub>; rel="hub"`);
  });

  test.for([
    { what: "a feed that is gone", entry: null },
    { what: "a feed that is released later", entry: feed("/atom.xml", { from: NOW + 1 }) },
    { what: "a page", entry: feed("/atom.xml", { kind: "page" }) },
    { what: "what no metadata tell of", entry: { ...feed("/atom.xml"), metadata: {} } },
    {
      what: "a feed that has lost its later states, which verify finds",
      entry: feed("/atom.xml", { sealed: { at: NOW + 1, tableBytes: 4, digest: "0123456789" } }),
    },
  ])("is posted nothing of $what", async ({ entry }) => {
    const { hub, posted } = await startHub(() => TAKEN);
    const told = await tellOwnHub(hub, [`${SITE}/atom.xml`], context(planOf(...(entry ? [entry] : []))), []);
    expect([told, posted]).toEqual([{ told: 0, subscribers: 0, left: [], reason: null }, []]);
  });

  test.for([
    {
      what: "403",
      answer: { status: 403, body: "This is not signed.\nMore." },
      reason: "HTTP 403: This is not signed",
    },
    {
      what: "a sentence that is longer than a line",
      answer: { status: 500, body: "v1.2 fails. ".repeat(30) },
      reason: `HTTP 500: ${"v1.2 fails. ".repeat(30).slice(0, 200)}`,
    },
    { what: "signs in a sentence", answer: { status: 500, body: "It is \u001b[31mred" }, reason: "HTTP 500" },
    { what: "503", answer: { status: 503, body: "\u001b[31m" }, reason: "HTTP 503" },
    { what: "404", answer: { status: 404, body: "" }, reason: "the worker there has no hub; run deploy" },
    { what: "405", answer: { status: 405, body: "" }, reason: "the worker there has no hub; run deploy" },
    { what: "no JSON", answer: { status: 200, body: "<html>" }, reason: "something else answers there" },
    { what: "nothing", answer: { status: 0, body: "" }, reason: "it cannot be reached" },
  ])("that answers with $what is told again later, and why", async ({ answer, reason }) => {
    const { hub } = await startHub(() => answer);
    const topic = `${SITE}/atom.xml`;
    const told = await tellOwnHub(hub, [topic], context(planOf(feed("/atom.xml"))), []);
    expect(told).toEqual({ told: 0, subscribers: 0, left: [topic], reason });
  });

  test("that is not there yet is asked again", async () => {
    const answers = [{ status: 404, body: "" }, { status: 404, body: "" }, TAKEN];
    const { hub, posted } = await startHub(() => answers.shift() ?? TAKEN);
    const told = await tellOwnHub(hub, [`${SITE}/atom.xml`], context(planOf(feed("/atom.xml"))), [1, 1]);
    expect([told.told, posted.length]).toEqual([1, 3]);
  });

  test("is not posted a feed that is longer than it sends on", async () => {
    const { hub, posted } = await startHub(() => TAKEN);
    const entry = feed("/atom.xml", { sizeBytes: 17_000_000 });
    const { left, reason } = await tellOwnHub(hub, [`${SITE}/atom.xml`], context(planOf(entry)), [1]);
    expect([left.length, posted.length]).toEqual([1, 0]);
    expect(reason).toContain("is longer than the 16711680 bytes");
  });

  test.for([
    { name: "as much as that, index included", sizeBytes: 16_711_680 - 4, posted: 1 },
    { name: "a byte more", sizeBytes: 16_711_680 - 3, posted: 0 },
  ])("is posted a feed of $name: $posted", async ({ sizeBytes, posted }) => {
    const hub = await startHub(() => TAKEN);
    await tellOwnHub(hub.hub, [`${SITE}/atom.xml`], context(planOf(feed("/atom.xml", { sizeBytes }))), []);
    expect(hub.posted).toHaveLength(posted);
  });

  test("is not posted a feed whose bytes are damaged: that stays to be told, with what finds it", async () => {
    const { hub, posted } = await startHub(() => TAKEN);
    const entry = feed("/atom.xml");
    const spoiled = { ...entry, value: entry.value.map((byte, at) => (at < 9 ? 0 : byte)) };
    const topics = [`${SITE}/atom.xml`, `${SITE}/rss.xml`];
    const told = await tellOwnHub(
      hub,
      topics,
      context(planOf(spoiled as typeof entry, feed("/rss.xml"))),
      [],
    );
    const reason = `${SITE}/atom.xml is damaged in the store; run verify`;
    expect(told).toEqual({ told: 1, subscribers: 3, left: [`${SITE}/atom.xml`], reason });
    expect(posted).toHaveLength(1);
  });

  test("is asked in words that any encoder reads", async () => {
    const { hub, posted } = await startHub(() => ({ status: 200, body: "null" }));
    await askHub(hub, { do: "topics", drop: "düne\n😀.example" });
    expect(posted[0]).toMatchObject({ message: { do: "topics", drop: "düne\n😀.example" }, isSigned: true });
  });
});

test("the secret of a hub is made once, and is none where there is no hub", async () => {
  const store = new MemoryStore();
  expect(await readHubSecret(store)).toBeNull();
  const secret = await keepHubSecret(store);
  expect(secret).toMatch(/^[\da-f]{64}$/);
  expect([await keepHubSecret(store), await readHubSecret(store)]).toEqual([secret, secret]);
});
