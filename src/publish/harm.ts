import type { Ledger } from "../ledger/ledger.ts";

/** From how many lost articles on, and from what part of the site, a publish must be meant. */
const FEWEST_LOST = 5;
const LARGEST_PART = 1 / 5;

/** What a publish would do to a site that is more often a mistake than a wish. */
export type Harm = "none" | "emptied" | { readonly lost: number; readonly of: number };

/** Compares what was published with what will be. */
export function harmOf(before: Ledger, next: Ledger): Harm {
  if (!next.articles.some(({ deleted }) => deleted === null)) return "emptied";
  const published = before.articles.filter(({ deleted }) => deleted === null);
  const lost = published.filter(({ ordinal }) => next.articles[ordinal]?.deleted !== null).length;
  return lost >= FEWEST_LOST && lost > published.length * LARGEST_PART
    ? { lost, of: published.length }
    : "none";
}
