import { styleText } from "node:util";
import { visible } from "../../article/plain-text.ts";
import type { Problem, Severity } from "../../article/problem.ts";
import type { Plan } from "../../publish/plan.ts";
import type { RedrawnPages } from "../../publish/redrawn-pages.ts";
import type { BakeReport, Stage } from "./json-reports.ts";
import { numberText } from "./number-text.ts";

export const STAGES = [
  "read",
  "parse",
  "pictures",
  "render",
  "compress",
  "plan",
  "publish",
  "total",
] as const satisfies readonly Stage[];

/** Writes that the free plan allows a day. */
const FREE_DAILY_WRITES = 1000;

/** How problems are marked by their weight. */
export const COLOURS = { error: "red", warning: "yellow", notice: "cyan" } as const satisfies Record<
  Severity,
  string
>;

/** Problems as people read them, one a line, then their count. Coloured where `stream` is a terminal. */
export function problemLines(problems: readonly Problem[], stream: NodeJS.WriteStream): string[] {
  if (problems.length === 0) return [];
  return [...problems.map((problem) => problemLine(problem, stream)), countLine(problems)];
}

/** A problem as compilers tell theirs: `lock.md:3: error: …`. */
export function problemLine(problem: Problem, stream: NodeJS.WriteStream): string {
  const { severity, message } = problem;
  return `${styleText("bold", placeOf(problem), { stream })}: ${styleText(COLOURS[severity], severity, { stream })}: ${visible(message)}`;
}

/** Where a problem is: `lock.md:3:8`. */
export function placeOf({ file, line, column }: Problem): string {
  return visible([file, line, column].filter((part) => part !== null && part !== undefined).join(":"));
}

/** How many problems there are: `2 errors, 1 notice`. */
export function countLine(problems: readonly Problem[]): string {
  return (["error", "warning", "notice"] as const)
    .map(
      (severity) => [severity, problems.filter((problem) => problem.severity === severity).length] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([severity, count]) => plural(count, severity))
    .join(", ");
}

/** Tells what comes or goes by itself, and when the next of it does. */
function sealedLine(sealed: BakeReport["sealed"]): string[] {
  const [next] = sealed;
  if (next === undefined) return [];
  const then = sealed.filter(({ at }) => at === next.at).length;
  return [
    `Sealed ${plural(sealed.length, "article")}, to come or go by ${sealed.length === 1 ? "itself" : "themselves"}; next: ${then === 1 ? visible(next.file) : plural(then, "article")} at ${next.at}.`,
  ];
}

/** What is to be known before pages are written that nobody edited. */
export function redrawnLine(
  { pages, feeds }: RedrawnPages,
  { put, left }: Pick<Plan, "put" | "left">,
): string {
  return [
    `${plural(pages, "page")} of articles that did not change, and of lists, are drawn anew, by this version or by a setting that all of them show: ${numberText(pages)} of ${plural(put + left, "write")}.`,
    feeds === 0
      ? "No feed changes."
      : `${plural(feeds, "feed document")} ${feeds === 1 ? "changes" : "change"} too.`,
    "--max-writes N divides it over several runs.",
  ].join(" ");
}

/** What is to be known where a publish goes on in parts. */
export function partLine({ put, left }: Pick<Plan, "put" | "left">): string {
  return `More articles are new than one publish can remember: it goes on in parts, now with ${plural(put, "write")}, and ${plural(left, "write")} behind them.`;
}

/** What a bake came to. The free plan matters only where Cloudflare counts, which is `remote`. */
export function summaryLines(
  { articles, leftOut, documents, sealed, plan, written, timingsMs, refusal }: BakeReport,
  { dryRun, remote }: { readonly dryRun: boolean; readonly remote: boolean },
): string[] {
  if (refusal !== null && written > 0) {
    return [`Stopped after ${written} of ${plural(plan.put + plan.delete, "write")}: ${visible(refusal)}.`];
  }
  if (refusal !== null) return [`Nothing was published: ${visible(refusal)}.`];
  const seconds = (timingsMs.total / 1000).toFixed(2);
  // The journal's own deletion is no document's, but it costs like one.
  const writes = plan.put + plan.delete + (plan.put > 0 ? 1 : 0);
  const done = dryRun
    ? `Would write ${plan.put}, delete ${plan.delete} and keep ${plan.keep}`
    : `Wrote ${plan.put}, deleted ${plan.delete}, kept ${plan.keep}`;
  const quota = `${writes} of the free plan's ${numberText(FREE_DAILY_WRITES)} daily writes`;
  return [
    `Baked ${plural(articles, "article")} into ${plural(documents, "document")} in ${seconds} s.`,
    ...(leftOut > 0
      ? [
          `Left out ${plural(leftOut, "article")} with errors; fix the errors above to publish ${leftOut === 1 ? "it" : "them"}.`,
        ]
      : []),
    writes === 0 ? "Nothing changed, so nothing was written." : `${done}${remote ? `: ${quota}` : ""}.`,
    ...sealedLine(sealed),
    ...(plan.left > 0 ? [`${plural(plan.left, "write")} left; run the command again to continue.`] : []),
  ];
}

/** `4.2 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toLocaleString("en", { maximumFractionDigits: 1 })} MB`;
}

/** `1 article`, `2 articles`. */
export function plural(count: number, noun: string): string {
  return `${numberText(count)} ${noun}${count === 1 ? "" : "s"}`;
}
