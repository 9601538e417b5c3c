import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A request as it came. */
export interface Heard {
  readonly method: string;
  readonly path: string;
  /** Its `Cache-Control`; empty where it has none. */
  readonly cacheControl: string;
  /** Its body as a form. */
  readonly form: URLSearchParams;
}

/** What a request is answered with; no answer at all where it is null. */
export type Answer = { readonly status: number; readonly fields?: Readonly<Record<string, string>> } | null;

/** Listens on loopback until the test ends; gives the origin. */
export async function startServer(answer: (heard: Heard) => Answer): Promise<string> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method = "", url: path = "" } = request;
    const { "cache-control": cacheControl = "" } = request.headers;
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    const given = answer({ method, path, cacheControl, form });
    if (given) response.writeHead(given.status, { ...given.fields }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
