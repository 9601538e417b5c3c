import type { Problem } from "../article/problem.ts";
import { compareProblems } from "../article/problem.ts";
import type { BakedSite } from "../bake/bake-site.ts";
import { EMPTY_LEDGER } from "../ledger/ledger.ts";
import type { Changes } from "../publish/changes.ts";
import { changesBetween } from "../publish/changes.ts";
import type { Plan } from "../publish/plan.ts";
import { countChanges } from "./change-lines.ts";
import type { BakeReport } from "./report.ts";

/** What a bake knows so far, for the report of one that stops half way. */
export interface Found {
  problems: readonly Problem[];
  site: BakedSite | null;
  plan: Plan | null;
  changes: Changes;
}

/** What a bake knows before it begins. */
export function nothingFound(): Found {
  return { problems: [], site: null, plan: null, changes: changesBetween(EMPTY_LEDGER, EMPTY_LEDGER) };
}

/** The report of a bake; `refusal` says why it stopped. */
export function bakeReport(
  { problems, site, plan, changes }: Found,
  timingsMs: BakeReport["timingsMs"],
  refusal: string | null,
): BakeReport {
  return {
    articles: site?.articles.length ?? 0,
    documents: site?.documents.length ?? 0,
    plan: {
      put: plan?.put ?? 0,
      keep: plan?.keep ?? 0,
      delete: plan?.delete.length ?? 0,
      left: plan?.left ?? 0,
    },
    changes: countChanges(changes),
    problems: [...problems].sort(compareProblems),
    timingsMs,
    refusal,
  };
}
