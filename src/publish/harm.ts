import type { Ledger } from "../ledger/ledger.ts";
import { changedOrdinals } from "../ledger/records/changed-records.ts";
import { countThere, markedIn } from "../ledger/records/told-records.ts";

/** From how many lost articles on, if they are more than a part of the site, a publish must be meant. */
const LIMITS = [
  { fewest: 3, part: 1 / 2 },
  { fewest: 5, part: 1 / 5 },
] as const;

/** Publishes of so many seconds are looked at together, so that a site does not vanish bit by bit. */
const TOGETHER_SECONDS = 86_400;

/** What a publish would do to a site that is more often a mistake than a wish. */
export type Harm = "none" | "emptied" | { readonly lost: number; readonly of: number };

/** Compares what was published over the last day with what will be. A publish that takes nothing away does no harm. */
export function harmOf(before: Ledger, next: Ledger): Harm {
  if (countThere(next.articles) === 0) return "emptied";
  const lostNow = [...changedOrdinals(next.articles, before.articles)].filter(
    (one) => before.articles.at(one)?.deleted === null && next.articles.at(one)?.deleted !== null,
  ).length;
  if (lostNow === 0) return "none";
  const since = next.edition - TOGETHER_SECONDS;
  const lostBefore = [...markedIn(before.articles)].filter(
    ({ deleted }) => deleted !== null && deleted > since,
  ).length;
  const lost = lostNow + lostBefore;
  const of = countThere(before.articles) + lostBefore;
  return LIMITS.some(({ fewest, part }) => lost >= fewest && lost > of * part) ? { lost, of } : "none";
}
