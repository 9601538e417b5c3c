import { isoOf } from "../../article/instant.ts";
import type { HubReport, HubTopicReport } from "../reports/json-reports.ts";
import { plural } from "../reports/report.ts";
import type { HubOrder } from "./order-hub.ts";

/** What a person is told of a hub, after an order was carried out. */
export function hubLines({ topics, paused, droppedHosts, dropped }: HubReport, order: HubOrder): string[] {
  const subscribed = topics.filter(({ subscribers }) => subscribers > 0);
  const sum = (of: (topic: HubTopicReport) => number) =>
    topics.reduce((total, topic) => total + of(topic), 0);
  return [
    ...(order.do === "drop"
      ? [`Dropped ${plural(dropped, "subscription")} of ${order.host}; it is told, and refused from now on.`]
      : []),
    ...(order.do === "allow" ? [`${order.host} may subscribe again.`] : []),
    `${plural(subscribed.length, "topic")} with ${plural(
      sum(({ subscribers }) => subscribers),
      "subscription",
    )}: ` + `${sum(({ pending }) => pending)} pending, ${sum(({ late }) => late)} late.`,
    ...(paused ? ["The hub is paused: what is published waits for hub resume."] : []),
    ...(droppedHosts.length > 0 ? [`Refused hosts: ${droppedHosts.join(", ")}.`] : []),
    ...subscribed.flatMap(topicLines),
  ];
}

function topicLines({ topic, edition, subscribers, pending, late, failures }: HubTopicReport): string[] {
  const newest = edition === 0 ? "nothing published yet" : `edition of ${isoOf(edition)}`;
  return [
    `  ${topic}: ${plural(subscribers, "subscription")}, ${newest}, ${pending} pending, ${late} late`,
    ...failures.map(
      ({ host, reason, attempts, due }) =>
        `    ${host}: ${reason}; ${plural(attempts, "attempt")}, next ${due === null ? "with the next edition" : `at ${isoOf(due)}`}`,
    ),
  ];
}
