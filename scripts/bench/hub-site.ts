import type { HubSite } from "../../tests/hub/open-hub-site.ts";
import { feedOf, openHubSite, TOPIC } from "../../tests/hub/open-hub-site.ts";
import { statusOf, subscribeAll } from "../../tests/hub/remote-control.ts";

/** A hub with a feed that somebody can subscribe to; whoever opened it stops it. */
export async function openBenchSite(
  folder: string,
  kind: "countsRows" | "sendsNothing" | null = null,
): Promise<HubSite> {
  const site = await openHubSite({ folder, ...(kind && { [kind]: true }) });
  await site.put(TOPIC, feedOf(0));
  return site;
}

/** Subscribes callbacks until all are. */
export async function subscribeThem(site: HubSite, callbacks: readonly string[]): Promise<void> {
  // On a busy machine a callback may be late with its word: it is asked again.
  do await subscribeAll(site.origin, callbacks, 10);
  while ((await statusOf(site.origin)).subscribers < callbacks.length);
}
