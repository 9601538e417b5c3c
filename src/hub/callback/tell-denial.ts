import { askCallback } from "./ask-callback.ts";
import { withHubQuery } from "./callback-query.ts";

/** Tells a subscriber that a subscription is denied, and why (WebSub §5.2). What it answers does not matter. */
export async function tellDenial(callback: string, topic: string, reason: string): Promise<void> {
  const query = { "hub.mode": "denied", "hub.topic": topic, "hub.reason": reason };
  await askCallback(withHubQuery(callback, query), { method: "GET" }, 0);
}
