import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FeedEdition, HubSite } from "./open-hub-site.ts";
import { editionOf, feedOf, openHubSite } from "./open-hub-site.ts";
import type { HubRequest } from "./subscriber.ts";
import { CONFIRMS, Subscriber } from "./subscriber.ts";

/**
 * The published tests of hubs (https://websub.rocks/hub, 100 to 106), made anew for a hub that is part of
 * its publisher's site: a topic is discovered, subscribed to, published, and what comes is judged as there.
 */
let site: HubSite;
beforeAll(async () => {
  site = await openHubSite();
});
afterAll(() => site.stop());

let topics = 0;

/** A published topic, and a subscriber that found its hub as websub.rocks does: in the `Link` field. */
async function discovered(name: string, type?: string) {
  topics += 1;
  const topic = `${site.origin}/${topics}/${name}`;
  const typed = type === undefined ? {} : { type };
  await site.put(topic, { ...feedOf(100), ...typed });
  const links = (await fetch(topic)).headers.get("Link") ?? "";
  const rel = (name: string) => new RegExp(`<([^>]+)>; rel="${name}"`).exec(links)?.[1] ?? "";
  const [hub, self] = [rel("hub"), rel("self")];
  expect([hub, self]).toEqual([`${site.origin}/hub`, topic]);
  const subscriber = await Subscriber.start();
  // It refuses what lacks a parameter.
  subscriber.behaviours.set("/sub", (request, response) => {
    if (request.method === "POST") return void response.writeHead(200).end();
    const { searchParams } = request.url;
    const isWhole =
      ["subscribe", "unsubscribe"].includes(searchParams.get("hub.mode") ?? "") &&
      searchParams.get("hub.topic") === self &&
      searchParams.has("hub.challenge") &&
      (searchParams.get("hub.mode") === "unsubscribe" || searchParams.has("hub.lease_seconds"));
    return isWhole ? CONFIRMS(request, response) : void response.writeHead(404).end();
  });
  const ask = async (mode: string, more: Readonly<Record<string, string>> = {}) => {
    const before = site.events.filter((event) => event.topic === topic && event.hub === "confirmed").length;
    const form = {
      "hub.mode": mode,
      "hub.topic": self,
      "hub.callback": subscriber.callback("/sub"),
      ...more,
    };
    const { status } = await fetch(hub, { method: "POST", body: new URLSearchParams(form) });
    expect(status).toBe(202);
    let seen = 0;
    await site.logged("confirmed", (event) => event.topic === topic && ++seen > before);
  };
  const publish = async (number: number) => {
    const feed: FeedEdition = { ...feedOf(number), ...typed };
    await site.put(topic, feed);
    return site.publish(topic, feed);
  };
  /** What came of a publish, once a run of it is over. */
  const notified = async (number: number) => {
    await publish(number);
    await site.logged("run", (event) => event.topic === topic && event.edition === editionOf(number));
    return subscriber.editions();
  };
  return { topic, hub, subscriber, ask, publish, notified };
}

/** Judges a notification as websub.rocks does: body, type, links, and the signature or that there is none. */
async function expectValid({ headers, body }: HubRequest, topic: string, hub: string, secret: string | null) {
  const now = await fetch(topic);
  expect(body.toString()).toBe(await now.text());
  expect(headers["content-type"]).toBe(now.headers.get("Content-Type"));
  expect(headers.link).toContain(`<${hub}>; rel="hub"`);
  expect(headers.link).toContain(`<${topic}>; rel="self"`);
  const [method = "", signature = ""] = String(headers["x-hub-signature"] ?? "").split("=");
  const expected = secret === null ? "" : createHmac(method, secret).update(body).digest("hex");
  expect(signature).toBe(expected);
}

test("100: a typical subscriber request", async () => {
  const { topic, hub, ask, notified } = await discovered("atom.xml");
  await ask("subscribe");
  const [notification = expect.fail()] = await notified(200);
  await expectValid(notification, topic, hub, null);
});

test("101: a subscription with a secret", async () => {
  const { topic, hub, ask, notified } = await discovered("rss.xml", "application/rss+xml; charset=utf-8");
  await ask("subscribe", { "hub.secret": "8b1d24c0a7e9f3" });
  const [notification = expect.fail()] = await notified(200);
  await expectValid(notification, topic, hub, "8b1d24c0a7e9f3");
});

test("102: a subscriber that sends additional parameters", async () => {
  const { topic, hub, ask, notified } = await discovered("atom.xml");
  await ask("subscribe", { foo: "bar", "hub.foo": "hub.bar" });
  const [notification = expect.fail()] = await notified(200);
  await expectValid(notification, topic, hub, null);
});

test("103: a subscriber that subscribes again before its subscription expires has one", async () => {
  const { topic, hub, ask, notified } = await discovered("atom.xml");
  await ask("subscribe", { "hub.lease_seconds": "600" });
  await ask("subscribe", { "hub.lease_seconds": "600" });
  const [notification = expect.fail(), ...more] = await notified(200);
  await expectValid(notification, topic, hub, null);
  expect(more).toEqual([]);
});

test("104: an unsubscription", async () => {
  const { ask, notified, publish, subscriber } = await discovered("atom.xml");
  await ask("subscribe");
  expect(await notified(200)).toHaveLength(1);
  await ask("unsubscribe");
  expect(await publish(300)).toEqual({ subscribers: 0 });
  expect(subscriber.editions()).toHaveLength(1);
});

test.for([
  { what: "105: a topic in plain text", name: "notes.txt", type: "text/plain; charset=utf-8" },
  { what: "106: a topic in JSON", name: "feed.json", type: "application/feed+json" },
])("$what", async ({ name, type }) => {
  const { topic, hub, ask, notified } = await discovered(name, type);
  await ask("subscribe");
  const [notification = expect.fail()] = await notified(200);
  await expectValid(notification, topic, hub, null);
});
