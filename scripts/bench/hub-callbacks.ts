import type { Server } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { performance } from "node:perf_hooks";

/** How callbacks are bad: none is answered in time, or as the Recommendation wants. */
export const BAD = ["slow", 500, "closing", 302, 410] as const;

/** Callbacks on loopback; those that are not good are bad by their number. */
export async function listenForEditions(isGood: (path: string) => boolean) {
  let told: (path: string) => void = () => undefined;
  const asked = Promise.withResolvers<void>();
  const server: Server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    if (request.method === "GET") {
      response.end(url.searchParams.get("hub.challenge"));
      return asked.resolve();
    }
    request.resume().on("end", () => {
      if (isGood(url.pathname)) {
        response.writeHead(204).end();
        return told(url.pathname);
      }
      const fault = BAD[Number(url.pathname.slice(1)) % 100];
      if (fault === "closing") response.destroy();
      else if (typeof fault === "number") response.writeHead(fault, { Location: "/elsewhere" }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", 4096, resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Resolves once one has been asked whether it meant to subscribe. */
    asked: asked.promise,
    /** When each of so many callbacks has heard for the first time. */
    next(count: number): Promise<number[]> {
      const heard = new Map<string, number>();
      return new Promise((resolve) => {
        told = (path) => {
          if (!heard.has(path)) heard.set(path, performance.now());
          if (heard.size === count) resolve([...heard.values()]);
        };
      });
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
