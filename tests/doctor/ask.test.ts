import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { RequestListener } from "node:http";
import { ClientRequest, createServer } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { askNetwork } from "../../src/doctor/visit/ask.ts";
import type { Asked } from "../../src/doctor/visit/exchange.ts";

/** A server on this machine, for one test; gives its origin. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
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
  test("records what is answered, nothing decoded and nothing followed", async () => {
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
    const exchange = await askNetwork(asked);
    expect(exchange).toMatchObject({ asked, fault: null, answer: { status: 302 } });
    expect(exchange.answer && Buffer.from(exchange.answer.body)).toEqual(body);
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
    const { answer } = await askNetwork(get(`${origin}/feed?a=b`, { headers: { "If-None-Match": '"1"' } }));
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
    const { answer } = await askNetwork(get(origin, { method: "HEAD" }));
    expect(answer?.headers.get("x-method")).toBe("HEAD");
  });

  test("takes a body of 32 MiB, and no byte more", { timeout: 30_000 }, async () => {
    const largest = 32 * 1024 * 1024;
    const origin = await serve(({ url }, response) =>
      response.end(Buffer.alloc(largest + Number(url?.slice(1)))),
    );
    expect((await askNetwork(get(`${origin}/0`))).answer?.body.byteLength).toBe(largest);
    expect(await askNetwork(get(`${origin}/1`))).toMatchObject({
      answer: null,
      fault: "it is larger than 32 MiB",
    });
  });
});

describe("a question without an answer says why", SOON, () => {
  test("where the address is no URL", async () => {
    expect(await askNetwork(get("quay"))).toMatchObject({ answer: null, fault: "it is not a URL" });
  });

  test("where nobody listens", async () => {
    expect(await askNetwork(get("http://127.0.0.1:1/"))).toMatchObject({
      answer: null,
      fault: expect.stringContaining("ECONNREFUSED"),
    });
  });

  test("where the connection breaks off before the answer", async () => {
    const origin = await serve(({ socket }) => socket.destroy());
    expect(await askNetwork(get(origin))).toMatchObject({
      answer: null,
      fault: expect.stringMatching(/\w+ \w+/),
    });
  });

  test("where the connection breaks off within the answer", async () => {
    const origin = await serve(({ socket }, response) => {
      response.writeHead(200, { "Content-Length": "100" });
      response.write("half", () => socket.destroy());
    });
    expect(await askNetwork(get(origin))).toMatchObject({ answer: null, fault: "aborted" });
  });

  test("where the connection breaks off without a word", async () => {
    const origin = await serve(() => {});
    onRequest((request) => request.destroy(new Error("")));
    expect(await askNetwork(get(origin))).toMatchObject({ answer: null, fault: "the connection broke off" });
  });

  test("where the server says nothing for twenty seconds", async () => {
    const origin = await serve(() => {});
    let waits: unknown = null;
    onRequest((request) => {
      waits = Reflect.get(request, "timeout");
      request.emit("timeout");
    });
    expect(await askNetwork(get(origin))).toMatchObject({ answer: null, fault: "no answer in 20 seconds" });
    expect(waits).toBe(20_000);
  });

  test("where https:// meets a server without TLS", async () => {
    const origin = await serve((_, response) => response.end());
    expect(await askNetwork(get(origin.replace("http:", "https:")))).toMatchObject({
      answer: null,
      fault: expect.stringMatching(/SSL|TLS/),
    });
  });
});
