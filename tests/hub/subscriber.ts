import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { HubSite } from "./open-hub-site.ts";
import { TOPIC } from "./open-hub-site.ts";

/** A request that a hub made. */
export interface HubRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** How a callback answers what is not one of its own. */
export type Behaviour = (request: HubRequest, response: ServerResponse) => void;

/** Whether a subscriber means it: it gives the challenge back. */
export const CONFIRMS: Behaviour = ({ url }, response) => {
  response.writeHead(200).end(url.searchParams.get("hub.challenge") ?? "");
};

/** Takes everything: challenges and editions. */
export const WILLING: Behaviour = (request, response) =>
  request.method === "GET" ? CONFIRMS(request, response) : void response.writeHead(204).end();

/** Confirms a subscription, and answers editions with a status. */
export function answering(status: number, fields: Readonly<Record<string, string>> = {}): Behaviour {
  return (request, response) =>
    request.method === "GET"
      ? CONFIRMS(request, response)
      : void response.writeHead(status, { ...fields }).end("no");
}

/** A subscriber on loopback, with as many callbacks as it has paths, until the test ends. */
export class Subscriber {
  readonly seen: HubRequest[] = [];
  readonly origin: string;
  /** By path; every other one is willing. */
  readonly behaviours = new Map<string, Behaviour>();
  readonly #waiting = new Set<() => void>();

  private constructor(origin: string) {
    this.origin = origin;
  }

  static async start(): Promise<Subscriber> {
    let subscriber: Subscriber | null = null;
    const server = createServer((request, response) => void subscriber?.answer(request, response));
    server.keepAliveTimeout = 30_000;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", 4096, resolve));
    onTestFinished(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    subscriber = new Subscriber(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return subscriber;
  }

  callback(path = "/callback"): string {
    return `${this.origin}${path}`;
  }

  /** Editions that came, in order. */
  editions(path?: string): HubRequest[] {
    return this.seen.filter(
      ({ method, url }) => method === "POST" && (path ?? url.pathname) === url.pathname,
    );
  }

  /** Challenges and denials that came. */
  questions(path?: string): HubRequest[] {
    return this.seen.filter(({ method, url }) => method === "GET" && (path ?? url.pathname) === url.pathname);
  }

  /** Waits until something is true of what came; tests end it where it never is. */
  async until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? "/", this.origin);
    const { method = "", headers } = request;
    const seen = { method, url, headers, body: Buffer.concat(chunks) };
    this.seen.push(seen);
    (this.behaviours.get(url.pathname) ?? WILLING)(seen, response);
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}

/** A subscription request as subscribers make it. */
export function subscription(callback: string, more: Readonly<Record<string, string>> = {}) {
  return { "hub.mode": "subscribe", "hub.topic": TOPIC, "hub.callback": callback, ...more };
}

/** Subscribes a callback and waits until it is confirmed and kept. */
export async function subscribed(
  site: HubSite,
  subscriber: Subscriber,
  path = "/callback",
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const form = subscription(subscriber.callback(path), more);
  const before = await subscribersOf(site, form["hub.topic"]);
  const { status } = await site.post(form);
  if (status !== 202) throw new Error(`the hub answered ${status}`);
  while ((await subscribersOf(site, form["hub.topic"])) === before) await subscriber.until(() => true);
}

/** How many subscribers a topic has. */
export async function subscribersOf(site: HubSite, topic: string): Promise<number> {
  return (await site.shards("status", topic)).subscribers;
}
