import { expect, test } from "vitest";
import { withSealedStates } from "../../src/representation/sealed-states.ts";
import { startHubSite } from "./hub-site.ts";
import { editionOf, feedOf, representationOf, TOPIC, textOf } from "./open-hub-site.ts";
import { Subscriber, subscribed } from "./subscriber.ts";

test("a feed that changes by itself is sent to subscribers by the trigger of its minute, once", async () => {
  const [site, subscriber] = await Promise.all([startHubSite(), Subscriber.start()]);
  const at = editionOf(200);
  const states = [{ at, representation: representationOf(TOPIC, feedOf(200)) }];
  await site.keep("/atom.xml", withSealedStates(representationOf(TOPIC, feedOf(100)), states, "0"));
  await site.note({ hubs: [], own: { signature: "sha256" }, releases: [{ at, topics: [TOPIC] }] });
  await subscribed(site, subscriber);
  for (const second of [at - 1, at + 30, at + 90]) await site.trigger(second);
  await subscriber.until(() => subscriber.editions().length > 0);
  // Whoever publishes after that is heard behind it.
  await site.publish(TOPIC, feedOf(300));
  await subscriber.until(() => subscriber.editions().length > 1);
  expect(subscriber.editions().map(({ body }) => body.toString())).toEqual([
    textOf(feedOf(200)),
    textOf(feedOf(300)),
  ]);
});
