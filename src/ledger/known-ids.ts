import { TextTable } from "../article/text-table.ts";
import type { ArticleRecord } from "./ledger.ts";

/** Ids that articles have. */
export interface Ids {
  has(id: string): boolean;
  add(id: string): unknown;
}

/** The ids of all articles that were ever published, and those that are added. */
export function knownIds(records: readonly ArticleRecord[]): Ids {
  const added = new Set<string>();
  const known = new TextTable(Int32Array.from(records.keys()), (ordinal) => records[ordinal]?.id ?? "");
  return {
    has: (id) => added.has(id) || known.find(id) >= 0,
    add: (id) => added.add(id),
  };
}
