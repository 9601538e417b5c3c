import type { ShardsAnswer } from "../../representation/hub-message.ts";
import type { ShardReport } from "../objects/bindings.ts";

/** How many of those that fail are told by name. */
const FAILURES_TOLD = 40;

/** What some shards report, as one. */
export function sumReports(reports: readonly ShardReport[]): Omit<ShardsAnswer, "edition" | "next"> {
  const sum = (key: "subscribers" | "pending" | "late" | "dropped") =>
    reports.reduce((total, report) => total + report[key], 0);
  return {
    subscribers: sum("subscribers"),
    pending: sum("pending"),
    late: sum("late"),
    dropped: sum("dropped"),
    failures: reports.flatMap(({ failures }) => failures).slice(0, FAILURES_TOLD),
  };
}
