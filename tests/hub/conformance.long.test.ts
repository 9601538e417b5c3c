import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FeedEdition, HubSite } from "./open-hub-site.ts";
import { editionOf, feedOf, linkOf, openHubSite, SITE, textOf } from "./open-hub-site.ts";
import type { Behaviour } from "./subscriber.ts";
import { answering, CONFIRMS, Subscriber, subscribersOf, WILLING } from "./subscriber.ts";

/** The W3C Recommendation of 23 January 2018, section by section, against workerd with real Durable Objects. */
let site: HubSite;
beforeAll(async () => {
  site = await openHubSite();
});
afterAll(() => site.stop());

let topics = 0;

/** A feed of its own for each row, one that was never published before. */
async function newTopic({ name = "atom.xml", feed = feedOf(100) } = {}): Promise<string> {
  topics += 1;
  const topic = `${SITE}/tags/${topics}/${name}`;
  await site.put(topic, feed);
  return topic;
}

/** A subscriber with a topic, and what both do with the hub. */
async function scene(options: Parameters<typeof newTopic>[0] & { readonly behaviour?: Behaviour } = {}) {
  const topic = await newTopic(options);
  const subscriber = await Subscriber.start();
  const path = "/callback";
  if (options.behaviour) subscriber.behaviours.set(path, options.behaviour);
  const form = (mode: string, more: Readonly<Record<string, string>> = {}) => ({
    "hub.mode": mode,
    "hub.topic": topic,
    "hub.callback": subscriber.callback(path),
    ...more,
  });
  /** Sends a request and waits for what comes of it. */
  const ask = async (mode: string, outcome: string, more: Readonly<Record<string, string>> = {}) => {
    const before = site.events.filter((event) => event.topic === topic && event.hub === outcome).length;
    const { status } = await site.post(form(mode, more));
    let seen = 0;
    await site.logged(outcome, (event) => event.topic === topic && ++seen > before);
    return status;
  };
  const subscribe = (more: Readonly<Record<string, string>> = {}) => ask("subscribe", "confirmed", more);
  const publish = async (feed: FeedEdition) => {
    await site.publish(topic, feed);
    await site.logged("run", (event) => event.topic === topic && event.edition === feed.edition);
  };
  return { topic, subscriber, form, ask, subscribe, publish, count: () => subscribersOf(site, topic) };
}

describe("a subscription request (WebSub §5.1)", () => {
  test("with callback, mode and topic is accepted", async () => {
    const { form } = await scene();
    expect((await site.post(form("subscribe"))).status).toBe(202);
  });

  test.for(["hub.callback", "hub.mode", "hub.topic"])("without %s is refused, and says so", async (name) => {
    const { form } = await scene();
    const { [name]: _, ...rest } = form("subscribe") as Record<string, string>;
    const answer = await site.post(rest);
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([400, "text/plain; charset=utf-8"]);
    expect(await answer.text()).toContain(name);
  });

  test.for([
    { what: "an unknown mode", change: { "hub.mode": "denied" }, says: "hub.mode" },
    { what: "a secret of 200 bytes", change: { "hub.secret": "é".repeat(100) }, says: "hub.secret" },
    { what: "a lease of no seconds", change: { "hub.lease_seconds": "0" }, says: "hub.lease_seconds" },
    { what: "a lease that is no number", change: { "hub.lease_seconds": "1e3" }, says: "hub.lease_seconds" },
    { what: "a negative lease", change: { "hub.lease_seconds": "-60" }, says: "hub.lease_seconds" },
    { what: "a callback that is no URL", change: { "hub.callback": "callback" }, says: "hub.callback" },
    { what: "a topic elsewhere", change: { "hub.topic": "https://tea.example/atom.xml" }, says: "hub.topic" },
    { what: "a page as its topic", change: { "hub.topic": `${SITE}/` }, says: "hub.topic" },
    {
      what: "a topic with a query",
      change: { "hub.topic": `${SITE}/tags/1/atom.xml?a=b` },
      says: "hub.topic",
    },
  ])("with $what is refused, and says why", async ({ change, says }) => {
    const { form } = await scene();
    const answer = await site.post({ ...form("subscribe"), ...change });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(says);
  });

  test("that names its topic twice is refused", async () => {
    const { form } = await scene();
    const twice = `${new URLSearchParams(form("subscribe"))}&hub.topic=x`;
    expect((await site.post(twice)).status).toBe(400);
  });

  test("with a secret of 199 bytes is accepted", async () => {
    const { subscribe } = await scene();
    expect(await subscribe({ "hub.secret": "s".repeat(199) })).toBe(202);
  });

  test("with parameters that the hub does not know is accepted", async () => {
    const { subscribe } = await scene();
    expect(await subscribe({ "hub.verify": "async", foo: "bar" })).toBe(202);
  });

  test.for([
    { type: "application/json", status: 415 },
    { type: "application/x-www-form-urlencoded; charset=latin1", status: 415 },
    { type: "application/x-www-form-urlencoded; charset=UTF-8", status: 202 },
  ])("as $type is answered $status", async ({ type, status }) => {
    const { form } = await scene();
    expect((await site.post(form("subscribe"), { "Content-Type": type })).status).toBe(status);
  });

  test("that is longer than a form is refused", async () => {
    expect((await site.post({ "hub.mode": "subscribe", x: "x".repeat(9000) })).status).toBe(413);
  });

  test("is answered before the callback is, and whatever that says (WebSub §5.1.2)", async () => {
    const { form, subscriber } = await scene({ behaviour: () => undefined });
    expect((await site.post(form("subscribe"))).status).toBe(202);
    await subscriber.until(() => subscriber.questions().length === 1);
  });

  test("for a topic whose percent-encoding is spelled otherwise is for that topic (WebSub §5.1.1)", async () => {
    const { topic, ask, count } = await scene();
    const spelled = topic.replace("/atom.xml", "/%61tom%2Exml");
    await ask("subscribe", "confirmed", { "hub.topic": spelled });
    expect(await count()).toBe(1);
  });

  test("keeps the query of the callback, and appends to it (WebSub §5.1.1)", async () => {
    const { ask, publish, subscriber } = await scene();
    const callback = subscriber.callback("/q?foo=bar&hub.mode=mine&x=%20y");
    await ask("subscribe", "confirmed", { "hub.callback": callback });
    const { url } = subscriber.questions("/q")[0] ?? expect.fail();
    expect(url.search).toMatch(/^\?foo=bar&hub\.mode=mine&x=%20y&hub\.mode=subscribe&/);
    await publish(feedOf(200));
    expect(subscriber.editions("/q").map((one) => one.url.search)).toEqual(["?foo=bar&hub.mode=mine&x=%20y"]);
  });

  test("for what is subscribed already takes its place: one delivery, the new secret (WebSub §5.1)", async () => {
    const { subscribe, publish, subscriber, count } = await scene();
    await subscribe({ "hub.secret": "old" });
    await subscribe({ "hub.secret": "new" });
    expect(await count()).toBe(1);
    await publish(feedOf(200));
    const [edition, ...more] = subscriber.editions();
    expect(more).toEqual([]);
    expect(edition?.headers["x-hub-signature"]).toBe(signed("sha256", "new", edition?.body));
  });

  test("without a secret takes the secret away (WebSub §5.1)", async () => {
    const { subscribe, publish, subscriber } = await scene();
    await subscribe({ "hub.secret": "old" });
    await subscribe();
    await publish(feedOf(200));
    expect(subscriber.editions()[0]?.headers).not.toHaveProperty("x-hub-signature");
  });

  test("that is not confirmed leaves what there was (WebSub §5.1)", async () => {
    const { subscribe, ask, publish, subscriber } = await scene();
    await subscribe({ "hub.secret": "old" });
    const refuses: Behaviour = (request, response) =>
      request.method === "GET" ? void response.writeHead(404).end() : WILLING(request, response);
    subscriber.behaviours.set("/callback", refuses);
    await ask("subscribe", "unconfirmed", { "hub.secret": "new" });
    await ask("unsubscribe", "unconfirmed");
    await publish(feedOf(200));
    const [edition] = subscriber.editions();
    expect(edition?.headers["x-hub-signature"]).toBe(signed("sha256", "old", edition?.body));
  });
});

describe("a denial (WebSub §5.2)", () => {
  test("tells mode, topic and reason: a host that the operator dropped", async () => {
    const { topic, subscribe, ask, subscriber, count } = await scene();
    await subscribe();
    await site.shards("drop", topic, new URL(subscriber.origin).host);
    await subscriber.until(() => subscriber.questions().length === 2);
    const denied = Object.fromEntries(subscriber.questions()[1]?.url.searchParams ?? []);
    expect(denied).toEqual({
      "hub.mode": "denied",
      "hub.topic": topic,
      "hub.reason": "the operator of this hub does not serve that host",
    });
    expect(await count()).toBe(0);
    await ask("subscribe", "denied");
    expect(subscriber.questions().map(({ url }) => url.searchParams.get("hub.mode"))).toEqual([
      "subscribe",
      "denied",
      "subscribe",
      "denied",
    ]);
    expect(await site.publish(topic, feedOf(200))).toEqual({ subscribers: 0 });
  });
});

describe("the verification of intent (WebSub §5.3)", () => {
  test("asks with mode, topic, lease and a challenge that is new each time", async () => {
    const { topic, subscribe, subscriber } = await scene();
    await subscribe();
    await subscribe();
    const [first, second] = subscriber.questions().map(({ url }) => Object.fromEntries(url.searchParams));
    expect(first).toEqual({
      "hub.mode": "subscribe",
      "hub.topic": topic,
      "hub.challenge": expect.stringMatching(/^[\da-f-]{36}$/),
      "hub.lease_seconds": "864000",
    });
    expect(second?.["hub.challenge"]).not.toBe(first?.["hub.challenge"]);
  });

  test.for([
    { asked: "3600", granted: "3600" },
    { asked: "1", granted: "300" },
    { asked: "99999999999999999999", granted: "864000" },
  ])("grants $granted seconds where $asked are asked for: none for ever (WebSub §5.3.1)", async (row) => {
    const { subscribe, subscriber } = await scene();
    await subscribe({ "hub.lease_seconds": row.asked });
    expect(subscriber.questions()[0]?.url.searchParams.get("hub.lease_seconds")).toBe(row.granted);
  });

  test.for([201, 202, 299])("is confirmed by the challenge with %d", async (status) => {
    const behaviour: Behaviour = ({ url }, response) =>
      void response.writeHead(status).end(url.searchParams.get("hub.challenge"));
    const { subscribe, count } = await scene({ behaviour });
    await subscribe();
    expect(await count()).toBe(1);
  });

  const challenge = (url: URL) => url.searchParams.get("hub.challenge") ?? "";
  test.for<{ readonly what: string; readonly behaviour: Behaviour }>([
    { what: "404", behaviour: ({ url }, response) => void response.writeHead(404).end(challenge(url)) },
    { what: "500", behaviour: ({ url }, response) => void response.writeHead(500).end(challenge(url)) },
    {
      what: "a redirect, which is not followed",
      behaviour: (request, response) =>
        request.url.pathname === "/callback"
          ? void response.writeHead(302, { Location: `/other?hub.challenge=${challenge(request.url)}` }).end()
          : CONFIRMS(request, response),
    },
    { what: "another body", behaviour: (_, response) => void response.writeHead(200).end("yes") },
    { what: "no body", behaviour: (_, response) => void response.writeHead(204).end() },
    {
      what: "more than the challenge",
      behaviour: ({ url }, response) => void response.writeHead(200).end(`${challenge(url)}\n`),
    },
    { what: "a connection that breaks", behaviour: (_, response) => void response.destroy() },
  ])("fails with $what", async ({ behaviour }) => {
    const { ask, subscriber, count } = await scene({ behaviour });
    expect(await ask("subscribe", "unconfirmed")).toBe(202);
    expect([subscriber.seen.length, await count()]).toEqual([1, 0]);
  });

  test("of an unsubscription asks with its mode, and whatever lease was named is ignored (WebSub §5.1)", async () => {
    const { topic, subscribe, ask, subscriber, count } = await scene();
    await subscribe();
    await ask("unsubscribe", "confirmed", { "hub.lease_seconds": "none" });
    const asked = subscriber.questions()[1]?.url.searchParams;
    expect([asked?.get("hub.mode"), asked?.get("hub.topic")]).toEqual(["unsubscribe", topic]);
    expect(await count()).toBe(0);
    expect(await site.publish(topic, feedOf(200))).toEqual({ subscribers: 0 });
  });
});

describe("publishing (WebSub §6)", () => {
  test("by anybody's ping is answered and changes nothing", async () => {
    const { topic, subscribe, subscriber } = await scene();
    await subscribe();
    await site.put(topic, feedOf(200));
    expect((await site.post({ "hub.mode": "publish", "hub.url": topic, "hub.topic": topic })).status).toBe(
      202,
    );
    expect((await site.shards("status", topic)).edition).toBe(0);
    expect(subscriber.editions()).toEqual([]);
  });

  test.for([
    { what: "no signature at all", field: "" },
    { what: "another secret", field: `t=${now()},sha256=${"0".repeat(64)}` },
    { what: "a signature of long ago", field: sign(now() - 1000, "{}\n") },
    { what: "a signature of other words", field: sign(now(), "{} \n") },
  ])("with $what is refused", async ({ field }) => {
    const headers = { "Feedwright-Signature": field };
    const answer = await fetch(site.hub.url, { method: "POST", headers, body: "{}\n" });
    expect(answer.status).toBe(403);
  });

  test("of an edition that is not newer changes nothing", async () => {
    const { topic, subscribe, publish, subscriber } = await scene();
    await subscribe();
    await publish(feedOf(200));
    await site.publish(topic, feedOf(200, { text: "<entry>more</entry>", edition: editionOf(150) }));
    await site.publish(topic, feedOf(150));
    await publish(feedOf(300));
    expect(subscriber.editions().map(({ body }) => body.toString())).toEqual([
      textOf(feedOf(200)),
      textOf(feedOf(300)),
    ]);
  });
});

describe("a distribution (WebSub §7)", () => {
  const news: FeedEdition = feedOf(200, {
    text: `<entry>${"old ".repeat(50)}</entry>`,
    edition: editionOf(100),
  });
  const later: FeedEdition = feedOf(300, ...news.items);

  test.for([
    { name: "atom.xml", type: "application/atom+xml; charset=utf-8" },
    { name: "feed.json", type: "application/feed+json" },
  ])("of $name is a POST of the whole feed in its own type", async ({ name, type }) => {
    const { topic, subscribe, publish, subscriber } = await scene({ name });
    await subscribe();
    await publish(news);
    const [{ headers, body } = expect.fail()] = subscriber.editions();
    expect(body.toString()).toBe(textOf(news));
    expect(headers).toMatchObject({ "content-type": type, link: linkOf(topic) });
    expect(headers).not.toHaveProperty("content-encoding");
  });

  test("holds what changed where the subscriber has the edition before", async () => {
    const { subscribe, publish, subscriber } = await scene();
    await subscribe();
    await publish(news);
    await publish(later);
    expect(subscriber.editions()[1]?.body.toString()).toBe("<feed><entry>300</entry></feed>");
  });

  test.for([
    { what: "of JSON Feed", name: "feed.json", settings: "5".repeat(64) },
    { what: "under other settings", name: "atom.xml", settings: "6".repeat(64) },
  ])("$what is always whole", async ({ name, settings }) => {
    const { subscribe, publish, subscriber } = await scene({ name });
    await subscribe();
    await publish(news);
    await publish({ ...later, settings });
    expect(subscriber.editions()[1]?.body.toString()).toBe(textOf(later));
  });

  test("is whole for who subscribed after the edition before", async () => {
    const { topic, subscribe, publish, subscriber } = await scene();
    await subscribe();
    await publish(news);
    const form = { "hub.mode": "subscribe", "hub.topic": topic, "hub.callback": subscriber.callback("/new") };
    await site.post(form);
    while ((await subscribersOf(site, topic)) < 2);
    await publish(later);
    expect(subscriber.editions("/new").map(({ body }) => body.toString())).toEqual([textOf(later)]);
  });

  test.for([200, 201, 202, 204])("is a success with %d, whatever else is said", async (status) => {
    const behaviour: Behaviour = (request, response) =>
      request.method === "GET"
        ? CONFIRMS(request, response)
        : void response.writeHead(status).end(status === 204 ? undefined : "x".repeat(100_000));
    const { topic, subscribe, publish } = await scene({ behaviour });
    await subscribe();
    await publish(news);
    expect(await site.shards("status", topic)).toMatchObject({ subscribers: 1, late: 0, pending: 0 });
  });

  test("ends the subscription with 410", async () => {
    const { topic, subscribe, publish, subscriber } = await scene({ behaviour: answering(410) });
    await subscribe();
    await publish(news);
    expect(await site.publish(topic, later)).toEqual({ subscribers: 0 });
    expect(subscriber.editions()).toHaveLength(1);
  });

  test.for([
    { what: "404", behaviour: answering(404), reason: "it answered 404" },
    { what: "500", behaviour: answering(500), reason: "it answered 500" },
    { what: "a redirect", behaviour: answering(308, { Location: "/elsewhere" }), reason: "it answered 308" },
  ])("that is answered with $what has failed, is tried again, and the subscription stays", async (row) => {
    const { topic, subscribe, publish, subscriber } = await scene({ behaviour: row.behaviour });
    await subscribe();
    const before = now();
    await publish(news);
    const { failures, ...counts } = await site.shards("status", topic);
    expect(counts).toMatchObject({ subscribers: 1, late: 1, pending: 0 });
    expect(failures).toMatchObject([{ attempts: 1, reason: row.reason }]);
    expect((failures[0]?.due ?? 0) - before).toBeGreaterThanOrEqual(30);
    // The next edition is tried at once, as a whole: none is sure to have come.
    subscriber.behaviours.delete("/callback");
    await publish(later);
    await site.logged("run", (event) => event.topic === topic && event.late === true);
    expect(subscriber.editions().map(({ body }) => body.toString())).toEqual([textOf(news), textOf(later)]);
    expect(subscriber.seen.filter(({ url }) => url.pathname === "/elsewhere")).toEqual([]);
    expect(await site.shards("status", topic)).toMatchObject({ subscribers: 1, late: 0 });
  });

  test.for(["sha1", "sha256", "sha384", "sha512"] as const)(
    "is signed with the secret by %s, as the site chose (WebSub §7.1)",
    async (signature) => {
      const { subscribe, publish, subscriber } = await scene();
      await subscribe({ "hub.secret": "tëa" });
      await publish({ ...news, signature });
      const [{ headers, body } = expect.fail()] = subscriber.editions();
      expect(headers["x-hub-signature"]).toBe(signed(signature, "tëa", body));
    },
  );

  test("is not signed without a secret (WebSub §5.1)", async () => {
    const { subscribe, publish, subscriber } = await scene();
    await subscribe();
    await publish(news);
    expect(subscriber.editions()[0]?.headers).not.toHaveProperty("x-hub-signature");
  });
});

describe("the hub's address", () => {
  test("shows a person what it is", async () => {
    const answer = await fetch(site.hub.url);
    expect([answer.status, answer.headers.get("Content-Type")]).toEqual([200, "text/html; charset=utf-8"]);
    expect(await answer.text()).toContain("WebSub hub");
    expect(answer.headers.get("Date")).toMatch(/ GMT$/);
  });

  test("takes no other methods", async () => {
    const answer = await fetch(site.hub.url, { method: "PUT" });
    expect([answer.status, answer.headers.get("Allow")]).toEqual([405, "GET, HEAD, POST, OPTIONS"]);
  });

  test("leaves every other address to the edge", async () => {
    const topic = await newTopic();
    const answer = await fetch(site.origin + new URL(topic).pathname);
    expect([answer.status, answer.headers.get("Link")]).toEqual([200, linkOf(topic)]);
    expect(await answer.text()).toBe(textOf(feedOf(100)));
    expect((await fetch(`${site.origin}/hubs`)).status).toBe(404);
  });
});

function now(): number {
  return Math.floor(Date.now() / 1000);
}

function sign(time: number, words: string): string {
  const hex = createHmac("sha256", "the tide turns at six").update(`${time}.${words}`).digest("hex");
  return `t=${time},sha256=${hex}`;
}

function signed(method: string, secret: string, body: Buffer | undefined): string {
  return `${method}=${createHmac(method, secret)
    .update(body ?? "")
    .digest("hex")}`;
}
