import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A WebSub hub that verifies each ping as hubs do: it fetches the topic and keeps what it got. */
export interface SmallHub {
  readonly url: string;
  /** What each ping found, in order: topic, entity tag, hubs of its `Link` field. */
  readonly fetched: { readonly topic: string; readonly tag: string | null; readonly link: string | null }[];
  /** Status that pings are answered with. */
  status: number;
}

/** Listens on loopback until the test ends. */
export async function startHub(status = 204): Promise<SmallHub> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const form = new URLSearchParams(Buffer.concat(chunks).toString());
    if (request.method !== "POST" || form.get("hub.mode") !== "publish") {
      response.writeHead(400).end();
      return;
    }
    for (const topic of hub.status < 300 ? form.getAll("hub.url") : []) {
      const { headers } = await fetch(topic);
      hub.fetched.push({ topic, tag: headers.get("ETag"), link: headers.get("Link") });
    }
    response.writeHead(hub.status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  const hub: SmallHub = { url: `http://127.0.0.1:${port}/`, fetched: [], status };
  return hub;
}
