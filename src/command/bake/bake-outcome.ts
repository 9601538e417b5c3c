import type { Changes } from "../../publish/changes.ts";
import type { BakeReport } from "../reports/json-reports.ts";

/** What a bake tells a program, and what it means for the articles. */
export interface BakeOutcome {
  readonly report: BakeReport;
  readonly changes: Changes;
}
