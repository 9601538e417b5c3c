import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { Answer, Asked, Exchange } from "./exchange.ts";

/** Asks one thing and records what came of it. Never throws. */
export type Ask = (asked: Asked) => Promise<Exchange>;

/** What every request says of itself: readers are known by such a name, and challenged by it. */
const READER = { "User-Agent": "FeedwrightDoctor/1.0 (feed reader)", Accept: "*/*" };

const TIMEOUT_MS = 20_000;

/** Larger than any feed should be. */
const LARGEST_BODY_BYTES = 32 * 1024 * 1024;

/** Asks over the network: follows nothing, decodes nothing, keeps no cookies. */
export const askNetwork: Ask = (asked) =>
  new Promise((resolve) => {
    const end = (answer: Answer | null, fault: string | null) =>
      resolve({ asked, answer, fault, atMs: Date.now() });
    const url = URL.parse(asked.url);
    if (url === null) {
      end(null, "it is not a URL");
      return;
    }
    const send = url.protocol === "https:" ? requestHttps : requestHttp;
    const headers = { ...READER, ...asked.headers };
    const request = send(url, { method: asked.method, headers, timeout: TIMEOUT_MS }, (response) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on("data", (chunk: Buffer) => {
        bytes += chunk.byteLength;
        if (bytes > LARGEST_BODY_BYTES) request.destroy(new Error("it is larger than 32 MiB"));
        chunks.push(chunk);
      });
      response.on("error", (cause) => end(null, cause.message));
      response.on("end", () => {
        const fields = Object.entries(response.headersDistinct);
        const named = fields.map(([name, values = []]) => [name, values.join(", ")] as const);
        end({ status: response.statusCode ?? 0, headers: new Map(named), body: Buffer.concat(chunks) }, null);
      });
    });
    request.on("timeout", () => request.destroy(new Error(`no answer in ${TIMEOUT_MS / 1000} seconds`)));
    request.on("error", (cause) => end(null, cause.message || "the connection broke off"));
    request.end();
  });
