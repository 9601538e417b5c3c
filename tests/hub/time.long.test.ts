import { expect, test } from "vitest";
import { temporaryFolder } from "../content-folder.ts";
import { startHubSite } from "./hub-site.ts";
import { feedOf, openHubSite, SITE, TOPIC, textOf } from "./open-hub-site.ts";
import { answering, Subscriber, subscribed } from "./subscriber.ts";

test("a subscription ends with its lease, unless it was renewed before (WebSub §5.3.1)", async () => {
  const folder = temporaryFolder();
  const subscriber = await Subscriber.start();
  const before = await openHubSite({ folder });
  await before.put(TOPIC, feedOf(0));
  await subscribed(before, subscriber, "/short", { "hub.lease_seconds": "300" });
  await subscribed(before, subscriber, "/long", { "hub.lease_seconds": "3600" });
  await before.stop();

  const after = await startHubSite({ folder, aheadSeconds: 301 });
  expect(await after.shards("status")).toMatchObject({ subscribers: 1 });
  await after.publish(TOPIC, feedOf(100));
  await after.logged("run");
  expect(subscriber.editions().map(({ url }) => url.pathname)).toEqual(["/long"]);
  // Its place is free again.
  expect(await after.publish(TOPIC, feedOf(200))).toEqual({ subscribers: 1 });
});

test("a callback that failed is tried again by itself, and then is late no more (WebSub §7)", async () => {
  const site = await startHubSite();
  const subscriber = await Subscriber.start();
  subscriber.behaviours.set("/callback", answering(503));
  await site.put(TOPIC, feedOf(0));
  await subscribed(site, subscriber);
  await site.publish(TOPIC, feedOf(100));
  await site.logged("run", ({ failed }) => failed === 1);
  subscriber.behaviours.delete("/callback");
  await site.logged("run", ({ late, delivered }) => late === true && delivered === 1);
  expect(subscriber.editions().map(({ body }) => body.toString())).toEqual([
    textOf(feedOf(100)),
    textOf(feedOf(100)),
  ]);
  expect(await site.shards("status")).toMatchObject({ subscribers: 1, late: 0, failures: [] });
});

test("a feed that changes by itself goes out at its second, from what was sealed before", async () => {
  const site = await startHubSite();
  const subscriber = await Subscriber.start();
  const [present, later] = [feedOf(-100), feedOf(3, ...feedOf(-100).items)];
  // The clock of the tests started some time ago.
  const at = Math.floor(Date.now() / 1000) + 3;
  const opened = { ...later, edition: at };
  await site.putSealed(TOPIC, present, opened);
  await subscribed(site, subscriber);
  const release = { hub: `${SITE}/hub`, signature: "sha256" as const };
  await site.tell({ do: "releases", ...release, releases: [{ at: at + 3600, topics: [TOPIC] }] });
  await site.tell({ do: "releases", ...release, releases: [{ at, topics: [TOPIC] }] });
  expect(subscriber.editions()).toEqual([]);
  await subscriber.until(() => subscriber.editions().length > 0);
  expect(Date.now()).toBeGreaterThanOrEqual(at * 1000);
  expect(subscriber.editions().map(({ body }) => body.toString())).toEqual([textOf(opened)]);
  // The publish that writes it as the present state is no news.
  await site.publish(TOPIC, opened);
  expect(await site.shards("status")).toMatchObject({ edition: at, pending: 0 });
});

test("what a paused hub is given waits for its resumption; only the newest is sent", async () => {
  const site = await startHubSite();
  const subscriber = await Subscriber.start();
  await site.put(TOPIC, feedOf(0));
  await subscribed(site, subscriber);
  await site.topics({ paused: true });
  await site.shards("pause");
  await site.publish(TOPIC, feedOf(100));
  await site.publish(TOPIC, feedOf(200));
  expect(await site.shards("status")).toMatchObject({ subscribers: 1, late: 0 });
  await site.topics({ paused: false });
  await site.shards("resume");
  await site.logged("run");
  expect(subscriber.editions().map(({ body }) => body.toString())).toEqual([textOf(feedOf(200))]);
});
