import type { Problem } from "../article/problem.ts";
import type { BakeReport } from "../command/reports/json-reports.ts";
import { plural } from "../command/reports/report.ts";

/** What the last bake came to: a report, or a fault that nobody foresaw. */
export type BakeResult =
  | { readonly kind: "reported"; readonly report: BakeReport }
  | { readonly kind: "failed"; readonly fault: unknown };

/** Why the folder, as it is now, is not what pages show. */
export interface Trouble {
  readonly summary: string;
  /** Errors only: the others keep nothing from being published. */
  readonly problems: readonly Problem[];
}

/** What an open page is told. */
export interface SiteState {
  /** Another one after every publish that changed something. A page of another version is out of date. */
  readonly version: number;
  readonly trouble: Trouble | null;
}

/** The state after a bake. */
export function stateAfter({ version }: SiteState, result: BakeResult): SiteState {
  const trouble = troubleOf(result);
  return { version: trouble === null && hasWritten(result) ? version + 1 : version, trouble };
}

/** What is wrong after a bake; null where it published. */
export function troubleOf(result: BakeResult): Trouble | null {
  if (result.kind === "failed")
    return { summary: `The bake failed: ${messagesOf(result.fault)}`, problems: [] };
  const { refusal, problems } = result.report;
  if (refusal === null) return null;
  const errors = problems.filter(({ severity }) => severity === "error");
  return {
    summary: errors.length > 0 ? `${plural(errors.length, "error")} to fix` : `${refusal}`,
    problems: errors,
  };
}

/** A fault and what it came from, in one line. */
export function messagesOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  return fault.cause === undefined ? fault.message : `${fault.message}: ${messagesOf(fault.cause)}`;
}

function hasWritten(result: BakeResult): boolean {
  return result.kind === "reported" && result.report.plan.put + result.report.plan.delete > 0;
}
