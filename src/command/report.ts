import { styleText } from "node:util";
import { visible } from "../article/plain-text.ts";
import type { Problem, Severity } from "../article/problem.ts";
import type { ChangeCounts } from "./change-lines.ts";

/** What a bake tells, as `--json` prints it. */
export interface BakeReport {
  readonly articles: number;
  readonly documents: number;
  /** KV writes and deletions. */
  readonly plan: {
    readonly put: number;
    readonly keep: number;
    readonly delete: number;
    readonly left: number;
  };
  /** Articles by what the publish means for them. */
  readonly changes: ChangeCounts;
  readonly problems: readonly Problem[];
  /** Milliseconds. `publish` is everything that touches the store. */
  readonly timingsMs: Readonly<Record<Stage, number>>;
  /** Why nothing was published; null where it was. */
  readonly refusal: string | null;
}

export const STAGES = ["read", "parse", "render", "compress", "plan", "publish", "total"] as const;
export type Stage = (typeof STAGES)[number];

/** Writes that the free plan allows a day. */
const FREE_DAILY_WRITES = 1000;

const COLOURS = { error: "red", warning: "yellow", notice: "cyan" } as const satisfies Record<
  Severity,
  string
>;

/** Problems as people read them, one a line, then their count. Coloured where `stream` is a terminal. */
export function problemLines(problems: readonly Problem[], stream: NodeJS.WriteStream): string[] {
  const lines = problems.map(({ file, line, severity, message }) => {
    const place = visible(line === null ? file : `${file}:${line}`);
    return `${styleText("bold", place, { stream })}: ${styleText(COLOURS[severity], severity, { stream })}: ${visible(message)}`;
  });
  const counts = (["error", "warning", "notice"] as const)
    .map(
      (severity) => [severity, problems.filter((problem) => problem.severity === severity).length] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => plural(count, severity));
  return lines.length === 0 ? [] : [...lines, counts.join(", ")];
}

/** What a bake came to, in two sentences. */
export function summaryLines(report: BakeReport, options: { readonly dryRun: boolean }): string[] {
  const { articles, documents, plan, timingsMs, refusal } = report;
  if (refusal !== null) return [`Nothing was published: ${visible(refusal)}.`];
  const seconds = (timingsMs.total / 1000).toFixed(2);
  // The journal's own deletion is no document's, but it costs like one.
  const writes = plan.put + plan.delete + (plan.put > 0 ? 1 : 0);
  return [
    `Baked ${plural(articles, "article")} into ${plural(documents, "document")} in ${seconds} s.`,
    writes === 0
      ? "Nothing changed, so nothing was written."
      : `${options.dryRun ? "Would write" : "Wrote"} ${plan.put}, ${options.dryRun ? "delete" : "deleted"} ${plan.delete}, kept ${plan.keep}: ${writes} of the free plan's ${FREE_DAILY_WRITES.toLocaleString("en")} daily writes.`,
    ...(plan.left > 0 ? [`${plural(plan.left, "write")} left; run it again to go on.`] : []),
  ];
}

/** `1 article`, `2 articles`. */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
