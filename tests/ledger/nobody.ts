import { NONE_STAYING } from "../../src/article/staying-articles.ts";
import type { Identification } from "../../src/ledger/identification.ts";

/** What is found of articles of which nothing has to be said. */
export const NOBODY: Omit<Identification, "articles" | "records"> = {
  staying: NONE_STAYING,
  waiting: [],
  clashes: [],
  lateIds: [],
  lateDates: [],
  lateUpdates: [],
};
