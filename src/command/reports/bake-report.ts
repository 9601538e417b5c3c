import { isoOf } from "../../article/instant.ts";
import type { Problem } from "../../article/problem.ts";
import { compareProblems } from "../../article/problem.ts";
import type { SealedArticle } from "../../bake/seal-states.ts";
import { EMPTY_LEDGER } from "../../ledger/ledger.ts";
import type { Changes } from "../../publish/changes.ts";
import { changesBetween } from "../../publish/changes.ts";
import type { Plan } from "../../publish/plan.ts";
import type { RedrawnPages } from "../../publish/redrawn-pages.ts";
import { isArticlePath } from "../../source/parse-article.ts";
import { countChanges } from "./change-lines.ts";
import type { BakeReport } from "./json-reports.ts";
import type { StorageReport } from "./media-report.ts";
import { storageReport } from "./media-report.ts";

/** What a bake knows so far, for the report of one that stops half way. */
export interface Found {
  problems: readonly Problem[];
  articles: number;
  documents: number;
  sealed: readonly SealedArticle[];
  plan: Plan | null;
  /** What the plan stores. */
  storage: StorageReport;
  /** Writes and deletions that are done. */
  written: number;
  /** Pictures that were made, and those that stay as they were published. */
  pictures: { readonly made: number; readonly untouched: number };
  redrawn: RedrawnPages | null;
  changes: Changes;
}

/** What a bake knows before it begins. */
export function nothingFound(): Found {
  return {
    problems: [],
    articles: 0,
    documents: 0,
    sealed: [],
    plan: null,
    storage: storageReport({ stages: [] }, { kvBytes: null, bucket: { files: 0, bytes: 0 } }),
    written: 0,
    pictures: { made: 0, untouched: 0 },
    redrawn: null,
    changes: changesBetween(EMPTY_LEDGER, EMPTY_LEDGER),
  };
}

/** The report of a bake; `refusal` says why it stopped. */
export function bakeReport(
  { problems, articles, documents, sealed, plan, storage, written, pictures, redrawn, changes }: Found,
  timingsMs: BakeReport["timingsMs"],
  refusal: string | null,
): BakeReport {
  return {
    articles,
    leftOut: refusal === null ? leftOut(problems) : 0,
    documents,
    plan: {
      put: plan?.put ?? 0,
      keep: plan?.keep ?? 0,
      delete: plan?.delete.length ?? 0,
      left: plan?.left ?? 0,
    },
    written,
    media: { pictures: pictures.made, asPublished: pictures.untouched, ...storage },
    redrawn,
    changes: countChanges(changes),
    sealed: sealed.map(({ file, at, writes }) => ({ file, at: isoOf(at), writes })),
    problems: [...problems].sort(compareProblems),
    timingsMs,
    refusal,
  };
}

/** How many articles have errors; a bake that goes on in spite of them leaves these out. */
function leftOut(problems: readonly Problem[]): number {
  const wrong = problems.filter(({ file, severity }) => severity === "error" && isArticlePath(file));
  return new Set(wrong.map(({ file }) => file)).size;
}
