import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { RequestListener } from "node:http";
import { ClientRequest, createServer } from "node:http";
import type { Server } from "node:net";
import { createServer as createRawServer } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { openNetwork } from "../../src/doctor/visit/ask.ts";
import type { Asked } from "../../src/doctor/visit/exchange.ts";
import { LIMITS } from "../../src/doctor/visit/limits.ts";

const MIB = 1024 * 1024;

/** A server on this machine, for one test; gives its origin. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  onTestFinished(() => server.closeAllConnections());
  return originOf(server);
}

/** A server that answers every connection with these bytes. */
function serveBytes(bytes: string): Promise<string> {
  return originOf(
    createRawServer((socket) => {
      socket.on("error", () => {});
      socket.end(bytes);
    }),
  );
}

async function originOf(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
}

/** Does something with the next request that leaves this process. */
function onRequest(work: (request: ClientRequest) => void): void {
  const channel = "http.client.request.start";
  const listener = (message: unknown) => {
    if (typeof message !== "object" || message === null || !("request" in message)) return;
    if (message.request instanceof ClientRequest) work(message.request);
  };
  subscribe(channel, listener);
  onTestFinished(() => void unsubscribe(channel, listener));
}

const get = (url: string, but: Partial<Asked> = {}): Asked => ({ method: "GET", url, headers: {}, ...but });

/** Whoever is not answered here is not answered soon. */
const SOON = { timeout: 5000 };

describe("asking over the network", SOON, () => {
  test("records what is answered, decoded but not followed", async () => {
    const body = gzipSync("Tide");
    const origin = await serve((_, response) => {
      response.writeHead(
        302,
        [
          ["Location", "/elsewhere"],
          ["Content-Encoding", "gzip"],
          ["Vary", "Accept"],
          ["Vary", "Origin"],
        ].flat(),
      );
      response.write(body.subarray(0, 5));
      response.end(body.subarray(5));
    });
    const before = Date.now();
    const asked = get(`${origin}/feed`);
    const exchange = await openNetwork()(asked);
    const sentBytes = body.byteLength;
    expect(exchange).toMatchObject({ asked, fault: null, answer: { status: 302, sentBytes } });
    expect(Buffer.from(exchange.answer?.body ?? []).toString()).toBe("Tide");
    expect([...(exchange.answer?.headers ?? [])]).toEqual(
      expect.arrayContaining([
        ["location", "/elsewhere"],
        ["content-encoding", "gzip"],
        ["vary", "Accept, Origin"],
      ]),
    );
    expect(exchange.atMs).toBeGreaterThanOrEqual(before);
    expect(exchange.atMs).toBeLessThanOrEqual(Date.now());
  });

  test("is done as a reader does: with a name, any type, and what is asked for beside", async () => {
    const origin = await serve(({ method, url, headers }, response) => {
      response.end(
        JSON.stringify([method, url, headers["user-agent"], headers.accept, headers["if-none-match"]]),
      );
    });
    const { answer } = await openNetwork()(
      get(`${origin}/feed?a=b`, { headers: { "If-None-Match": '"1"' } }),
    );
    expect(JSON.parse(Buffer.from(answer?.body ?? []).toString())).toEqual([
      "GET",
      "/feed?a=b",
      expect.stringMatching(/^FeedwrightDoctor\/[\d.]+ \(feed reader\)$/),
      "*/*",
      '"1"',
    ]);
  });

  test("may be by HEAD", async () => {
    const origin = await serve(({ method = "" }, response) => response.setHeader("X-Method", method).end());
    const { answer } = await openNetwork()(get(origin, { method: "HEAD" }));
    expect(answer?.headers.get("x-method")).toBe("HEAD");
  });

  test("takes a body of 16 MiB, and no byte more", { timeout: 30_000 }, async () => {
    const largest = 16 * 1024 * 1024;
    const origin = await serve(({ url }, response) =>
      response.end(Buffer.alloc(largest + Number(url?.slice(1)))),
    );
    expect((await openNetwork()(get(`${origin}/0`))).answer?.body?.byteLength).toBe(largest);
    expect(await openNetwork()(get(`${origin}/1`))).toMatchObject({
      answer: null,
      fault: { kind: "size", what: "it is larger than 16 MiB" },
    });
  });
});

describe("a question without an answer says why", SOON, () => {
  test("where the address is no URL", async () => {
    expect(await openNetwork()(get("quay"))).toMatchObject({
      answer: null,
      fault: { kind: "broken", what: "it is not a URL" },
    });
  });

  test("where nobody listens", async () => {
    expect(await openNetwork()(get("http://127.0.0.1:1/"))).toMatchObject({
      answer: null,
      fault: { kind: "broken", what: expect.stringContaining("ECONNREFUSED") },
    });
  });

  test("where nobody listens at any address of a name", async () => {
    const resolve = async () => ["127.0.0.1", "127.0.0.2"].map((address) => ({ address, family: 4 }));
    expect(await openNetwork({ resolve })(get("http://quay.example:1/"))).toMatchObject({
      answer: null,
      fault: { kind: "broken", what: expect.stringContaining("ECONNREFUSED 127.0.0.1") },
    });
  });

  test("where the first host is at a private address that nobody named", async () => {
    const origin = await serve((_, response) => response.end());
    expect(await openNetwork({ mayBePrivate: false })(get(origin))).toMatchObject({
      answer: null,
      fault: {
        kind: "private",
        what: expect.stringMatching(/^its host is at 127\.0\.0\.1, a private address/),
      },
    });
  });

  test("where the connection breaks off before the answer", async () => {
    const origin = await serve(({ socket }) => socket.destroy());
    expect(await openNetwork()(get(origin))).toMatchObject({
      answer: null,
      fault: { kind: "broken", what: "the connection broke off" },
    });
  });

  test("where the connection breaks off within the answer", async () => {
    const origin = await serve(({ socket }, response) => {
      response.writeHead(200, { "Content-Length": "100" });
      response.write("half", () => socket.destroy());
    });
    expect(await openNetwork()(get(origin))).toMatchObject({
      answer: null,
      fault: { kind: "broken", what: "the connection broke off in the middle of the answer" },
    });
  });

  test("where the connection breaks off without a word", async () => {
    const origin = await serve(() => {});
    onRequest((request) => request.destroy(new Error("")));
    expect(await openNetwork()(get(origin))).toMatchObject({
      answer: null,
      fault: { kind: "broken", what: "the connection broke off" },
    });
  });

  test("where the server goes over to another protocol", async () => {
    const origin = await serveBytes(
      "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
    );
    expect(await openNetwork()(get(origin))).toMatchObject({
      answer: null,
      fault: { what: "the connection broke off" },
    });
  });

  test("where https:// meets a server without TLS", async () => {
    const origin = await serve((_, response) => response.end());
    expect(await openNetwork()(get(origin.replace("http:", "https:")))).toMatchObject({
      answer: null,
      fault: { kind: "broken", what: expect.stringMatching(/SSL|TLS/) },
    });
  });

  test.for(["file:///etc/passwd", "ftp://127.0.0.1/", "data:text/plain,x", "javascript:alert(1)"])(
    "where the address is %s",
    async (url) => {
      expect(await openNetwork()(get(url))).toMatchObject({
        answer: null,
        fault: { kind: "scheme", what: "it is not at http: or https:, so it was not asked for" },
      });
    },
  );

  test("where a header field cannot be sent", async () => {
    const { fault } = await openNetwork()(
      get("http://127.0.0.1:1/", { headers: { "If-None-Match": "\u007F" } }),
    );
    expect(fault).toMatchObject({ kind: "broken", what: expect.stringContaining("Invalid character") });
  });
});

describe("a visit goes no further than its limits", SOON, () => {
  const limits = { ...LIMITS, exchangeMs: 300 };
  const slow = { kind: "time", what: "it took longer than 0.3 seconds" };
  const endless: RequestListener = (_, response) => {
    const timer = setInterval(() => response.write("x"), 20);
    response.on("close", () => clearInterval(timer));
  };

  test.for<{ readonly name: string; readonly listener: RequestListener }>([
    { name: "a server that says nothing", listener: () => {} },
    { name: "a server whose answer never ends", listener: endless },
  ])("in the time of one answer: $name", async ({ listener }) => {
    const origin = await serve(listener);
    expect(await openNetwork({ limits })(get(origin))).toMatchObject({ answer: null, fault: slow });
  });

  test("an answer has twenty seconds, and a visit five minutes", () => {
    expect(LIMITS).toMatchObject({ exchangeMs: 20_000, visitMs: 300_000, slowAnswers: 2 });
  });

  test("in slow answers: nothing is asked after the second", async () => {
    let asked = 0;
    const origin = await serve(() => {
      asked += 1;
    });
    const ask = openNetwork({ limits });
    await ask(get(origin));
    await ask(get(origin));
    expect((await ask(get(origin))).fault).toEqual({
      kind: "spent",
      what: "2 answers took longer than 0.3 seconds",
    });
    expect(asked).toBe(2);
  });

  test("but not in answers that fail at once, or whose coding cannot be undone", async () => {
    const origin = await serve(({ url, socket }, response) => {
      if (url === "/broken") socket.destroy();
      else response.setHeader("Content-Encoding", "none-of-these").end("?");
    });
    const ask = openNetwork({ limits: { ...LIMITS, bodyBytes: MIB, visitBytes: MIB } });
    for (const path of ["/broken", "/broken", "/broken", "/coded"]) await ask(get(origin + path));
    expect((await ask(get(`${origin}/coded`))).answer).toMatchObject({ status: 200, body: null });
  });

  test("in bytes, as they are without their codings, what was cut off included", async () => {
    const origin = await serve(({ url }, response) => {
      const body = Buffer.alloc(url === "/bomb" ? 2 * MIB : MIB);
      response.setHeader("Content-Encoding", "gzip").end(gzipSync(body));
    });
    const ask = openNetwork({ limits: { ...LIMITS, bodyBytes: MIB, visitBytes: 2 * MIB } });
    expect((await ask(get(origin))).fault).toBeNull();
    expect((await ask(get(`${origin}/bomb`))).fault?.kind).toBe("size");
    expect((await ask(get(origin))).fault).toEqual({ kind: "spent", what: "the site had sent 2 MiB" });
  });

  test("in time", async () => {
    const origin = await serve((_, response) => response.end());
    const ask = openNetwork({ limits: { ...LIMITS, visitMs: 0 } });
    expect((await ask(get(origin))).fault).toEqual({ kind: "spent", what: "0 seconds were over" });
  });
});
