import { onTestFinished } from "vitest";
import type { HubSite, HubSiteOptions } from "./open-hub-site.ts";
import { openHubSite } from "./open-hub-site.ts";

/** A worker with a hub under workerd, until the test ends. */
export async function startHubSite(options: HubSiteOptions = {}): Promise<HubSite> {
  const site = await openHubSite(options);
  onTestFinished(() => site.stop());
  return site;
}
