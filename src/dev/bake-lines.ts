import { styleText } from "node:util";
import { visible } from "../article/plain-text.ts";
import type { Problem } from "../article/problem.ts";
import { plural } from "../command/reports/report.ts";
import type { BakeResult } from "./site-state.ts";
import { messagesOf } from "./site-state.ts";

/** How many paths a line names. */
const NAMED = 3;

/** One bake in one line: when, what for, what it came to. Coloured where `stream` is a terminal. */
export function bakeLine(
  paths: readonly string[],
  result: BakeResult,
  time: Date,
  stream: NodeJS.WriteStream,
): string {
  const clock = styleText("dim", time.toTimeString().slice(0, 8), { stream });
  return `${clock} ${styleText("bold", whatFor(paths), { stream })}: ${outcomeOf(result, stream)}`;
}

function whatFor(paths: readonly string[]): string {
  if (paths.length === 0) return "the content folder";
  const named = paths.slice(0, NAMED).map((path) => visible(path) || "the content folder");
  const rest = paths.length - named.length;
  return rest > 0 ? `${named.join(", ")} and ${rest} more` : named.join(", ");
}

function outcomeOf(result: BakeResult, stream: NodeJS.WriteStream): string {
  if (result.kind === "failed") {
    return styleText("red", `the bake failed: ${visible(messagesOf(result.fault))}`, { stream });
  }
  const { refusal, plan, written: done, articles, timingsMs } = result.report;
  if (refusal !== null) {
    const what = done > 0 ? "published in part" : "not published";
    return styleText("red", `${what}: ${visible(refusal)}`, { stream });
  }
  const written =
    plan.put + plan.delete === 0
      ? "nothing to write"
      : [plural(plan.put, "write"), ...(plan.delete > 0 ? [plural(plan.delete, "deletion")] : [])].join(", ");
  return `${plural(articles, "article")}, ${written}, ${(timingsMs.total / 1000).toFixed(2)} s`;
}

/** Of the problems of a bake those that a person is told: every error, and of the others what is new. */
export function problemsToTell(before: readonly Problem[], problems: readonly Problem[]): Problem[] {
  const told = new Set(before.map((problem) => JSON.stringify(problem)));
  return problems.filter((problem) => problem.severity === "error" || !told.has(JSON.stringify(problem)));
}
