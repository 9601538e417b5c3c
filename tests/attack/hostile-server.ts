import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo, Server, Socket } from "node:net";
import { createServer as createRawServer } from "node:net";
import { onTestFinished } from "vitest";

/** What answers one address. */
export type Listener = (response: ServerResponse, request: IncomingMessage) => void;

/** A page that names feeds at these addresses. */
export function pageOf(...feeds: readonly string[]): Listener {
  const links = feeds.map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`);
  return (response) => response.setHeader("Content-Type", "text/html").end(`<head>${links.join("")}</head>`);
}

/** A server whose addresses are answered so, and everything else as `otherwise`; gives its origin. */
export function serve(
  paths: Readonly<Record<string, Listener>>,
  otherwise: Listener = (response) => response.writeHead(404).end(),
): Promise<string> {
  const listener: RequestListener = (request, response) => {
    response.on("error", () => {});
    (paths[request.url ?? ""] ?? otherwise)(response, request);
  };
  const server = createServer(listener);
  onTestFinished(() => server.closeAllConnections());
  return originOf(server, "127.0.0.1");
}

/**
 * A server that says these bytes to whoever asks for anything but the page, which names one feed.
 * What it says is no HTTP that a server of Node's would send.
 */
export function serveRaw(answer: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createRawServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    socket.on("data", (data) => {
      if (!/^\w+ \/ /.test(data.toString("latin1"))) answer(socket);
      else socket.end(PAGE);
    });
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  return originOf(server, "127.0.0.1");
}

const PAGE = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<link rel="alternate" type="application/rss+xml" href="/feed">`;

/** A server of another machine of a private network, that nobody may be led to; tells what it was asked. */
export async function serveInside(
  port = 0,
): Promise<{ readonly origin: string; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const server = createServer(({ url = "" }, response) => {
    asked.push(url);
    response.end("secret");
  });
  onTestFinished(() => server.closeAllConnections());
  return { origin: await originOf(server, "127.0.0.2", port), asked };
}

async function originOf(server: Server, host: string, port = 0): Promise<string> {
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  onTestFinished(() => void server.close());
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}
