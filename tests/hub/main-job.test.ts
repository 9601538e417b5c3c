import { expect, test } from "vitest";
import { startHubSite } from "./hub-site.ts";
import { feedOf, TOPIC, textOf } from "./open-hub-site.ts";
import { Subscriber, subscribed, subscription } from "./subscriber.ts";

test("a subscriber is asked, hears of an edition, and leaves", async () => {
  const [site, subscriber] = await Promise.all([startHubSite(), Subscriber.start()]);
  await site.put(TOPIC, feedOf(100));
  await subscribed(site, subscriber);
  expect(await site.publish(TOPIC, feedOf(200))).toEqual({ subscribers: 1 });
  await subscriber.until(() => subscriber.editions().length > 0);
  expect(subscriber.editions().map(({ body }) => body.toString())).toEqual([textOf(feedOf(200))]);

  await site.post({ ...subscription(subscriber.callback()), "hub.mode": "unsubscribe" });
  await site.logged("confirmed", ({ mode }) => mode === "unsubscribe");
  expect(await site.publish(TOPIC, feedOf(300))).toEqual({ subscribers: 0 });
  expect(await site.topics()).toEqual({ topics: [TOPIC], paused: false, dropped: [] });
});
