import type { OwnHub } from "../../publish/ask-hub.ts";
import { askHub } from "../../publish/ask-hub.ts";
import type { ShardsAnswer, ShardsMessage, TopicsAnswer } from "../../representation/hub-message.ts";
import type { HubReport, HubTopicReport } from "../reports/json-reports.ts";

/** What an operator wants of the hub. */
export type HubOrder =
  | { readonly do: "status" | "pause" | "resume" }
  | { readonly do: "drop" | "allow"; readonly host: string };

/** Carries an order out in every topic, and tells how each stands then. Throws `HubError`. */
export async function orderHub(hub: OwnHub, order: HubOrder): Promise<HubReport> {
  const { topics, paused, dropped } = await askHub<TopicsAnswer>(hub, { do: "topics", ...changeOf(order) });
  const found: HubTopicReport[] = [];
  let droppedNow = 0;
  for (const topic of topics) {
    const { dropped, ...report } = await orderTopic(hub, topic, order);
    found.push(report);
    droppedNow += dropped;
  }
  return { topics: found, paused, droppedHosts: dropped, dropped: droppedNow };
}

/** What is said for every topic, those to come as well. */
function changeOf(order: HubOrder): { paused?: boolean; drop?: string; allow?: string } {
  switch (order.do) {
    case "status":
      return {};
    case "pause":
    case "resume":
      return { paused: order.do === "pause" };
    case "drop":
      return { drop: order.host };
    case "allow":
      return { allow: order.host };
    default:
      return order satisfies never;
  }
}

/** A topic's shards are asked part after part. */
async function orderTopic(
  hub: OwnHub,
  topic: string,
  order: HubOrder,
): Promise<HubTopicReport & { readonly dropped: number }> {
  const total = { topic, edition: 0, subscribers: 0, pending: 0, late: 0, dropped: 0 };
  const failures: HubTopicReport["failures"][number][] = [];
  for (let from: number | null = 0; from !== null; ) {
    const message: ShardsMessage = { ...order, topic, from };
    const part: ShardsAnswer = await askHub<ShardsAnswer>(hub, message);
    total.edition = part.edition;
    for (const key of ["subscribers", "pending", "late", "dropped"] as const) total[key] += part[key];
    failures.push(...part.failures);
    from = part.next;
  }
  return { ...total, failures };
}
