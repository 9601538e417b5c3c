import type { ArticleRecords } from "./records/article-records.ts";
import { recordFinder } from "./records/told-records.ts";

/** Ids that articles have. */
export interface Ids {
  has(id: string): boolean;
  add(id: string): unknown;
}

/** The ids of all articles that were ever published, and those that are added. */
export function knownIds(records: ArticleRecords): Ids {
  const added = new Set<string>();
  const known = recordFinder(records, "id");
  return {
    has: (id) => added.has(id) || known.find(id) >= 0,
    add: (id) => added.add(id),
  };
}
