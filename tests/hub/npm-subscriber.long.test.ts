import { createRequire } from "node:module";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "../served-site.ts";
import { startHubSite } from "./hub-site.ts";
import { feedOf, textOf } from "./open-hub-site.ts";

/** What is used of npm's pubsubhubbub, which has no types. */
interface SubscriberLibrary {
  createServer(options: { readonly callbackUrl: string; readonly secret?: string }): PubSubHubbub;
}

type Told = Readonly<Record<string, unknown>>;

interface PubSubHubbub {
  listen(port: number, host: string): void;
  subscribe(topic: string, hub: string, done: (fault: Error | null) => void): void;
  unsubscribe(topic: string, hub: string, done: (fault: Error | null) => void): void;
  on(event: string, listener: (told: Told) => void): void;
  readonly server: { close(): void; closeAllConnections(): void };
}

const { createServer }: SubscriberLibrary = createRequire(import.meta.url)("pubsubhubbub");

/** A hub with a topic, and a subscriber that is the library. */
async function scene(secret?: string) {
  const site = await startHubSite();
  const topic = `${site.origin}/atom.xml`;
  await site.put(topic, feedOf(0));
  const callbackUrl = `http://127.0.0.1:${await freePort()}/`;
  const library = createServer({ callbackUrl, ...(secret !== undefined && { secret }) });
  const event = (name: string) => new Promise<Told>((resolve) => library.on(name, resolve));
  const failed: unknown[] = [];
  for (const name of ["error", "denied"]) library.on(name, (told) => failed.push(told));
  const listening = event("listen");
  library.listen(Number(new URL(callbackUrl).port), "127.0.0.1");
  await listening;
  onTestFinished(() => {
    library.server.closeAllConnections();
    library.server.close();
  });
  const ended = (fault: Error | null) => fault !== null && failed.push(fault);
  return { site, topic, callbackUrl, library, event, failed, ended };
}

test("npm's pubsubhubbub subscribes, is given a push, and unsubscribes", async () => {
  const { site, topic, library, event, failed, ended } = await scene();
  const subscribed = event("subscribe");
  library.subscribe(topic, site.hub.url, ended);
  expect(await subscribed).toMatchObject({ topic, hub: site.hub.url });
  await site.logged("confirmed");

  const fed = event("feed");
  await site.publish(topic, feedOf(100));
  const { feed, ...told } = await fed;
  expect(String(feed)).toBe(textOf(feedOf(100)));
  expect(told).toMatchObject({ topic, hub: site.hub.url });

  const left = event("unsubscribe");
  library.unsubscribe(topic, site.hub.url, ended);
  expect(await left).toMatchObject({ topic });
  await site.logged("confirmed", ({ mode }) => mode === "unsubscribe");
  expect(await site.publish(topic, feedOf(200))).toEqual({ subscribers: 0 });
  expect(failed).toEqual([]);
});

// It asks with a secret that it derives from its own, and checks with its own: so it is subscribed by hand.
test.for(["sha1", "sha256", "sha512"] as const)(
  "npm's pubsubhubbub takes a push that is signed by %s: it gives on what is signed right alone",
  async (signature) => {
    const secret = "the tide turns";
    const { site, topic, callbackUrl, event, failed } = await scene(secret);
    const callback = `${callbackUrl}?${new URLSearchParams({ topic, hub: site.hub.url })}`;
    const form = { "hub.mode": "subscribe", "hub.topic": topic, "hub.callback": callback };
    await site.post({ ...form, "hub.secret": secret });
    await site.logged("confirmed");
    const fed = event("feed");
    await site.publish(topic, { ...feedOf(100), signature });
    const { feed, headers } = await fed;
    expect(String(feed)).toBe(textOf(feedOf(100)));
    expect(headers).toMatchObject({ "x-hub-signature": expect.stringContaining(`${signature}=`) });
    expect(failed).toEqual([]);
  },
);
