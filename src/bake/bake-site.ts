import type { ArticleListing } from "../article/article.ts";
import type { Problem } from "../article/problem.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { BakedDocument } from "./bake-document.ts";
import type { BakedPart } from "./bake-documents.ts";
import { bakeDocuments, WHOLE } from "./bake-documents.ts";
import type { BakeInput, OpenBake } from "./open-bake.ts";
import { openBake } from "./open-bake.ts";

/** A site, ready to publish. */
export interface BakedSite {
  readonly articles: readonly ArticleListing[];
  /** In the order of publishing. */
  readonly documents: readonly BakedDocument[];
  /** The ledger once this is published. */
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
  readonly timings: { readonly renderMs: number; readonly compressMs: number };
}

/**
 * Bakes a site. The same input gives the same output, on any machine. Throws `ClockBehindError`
 * where `now` lies before what was already published.
 */
export function bakeSite(input: BakeInput): BakedSite {
  const started = input.clock();
  const bake = openBake(input);
  return closeBake(bake, [...bakeDocuments(bake, WHOLE)], started);
}

/**
 * Puts the parts of a bake together, whoever made them. `started` is when the bake began, by its
 * clock; what was compressed side by side counts as if it had been one after the other.
 */
export function closeBake(bake: OpenBake, parts: readonly BakedPart[], started: number): BakedSite {
  const { articles, channels, edition, identified, remembered, input } = bake;
  const inOrder = parts.toSorted((a, b) => a.position - b.position);
  const documents = inOrder.flatMap(({ document }) => document ?? []);
  const ledger: Ledger = {
    ...remembered,
    edition,
    channels,
    articles: identified.records,
    documents: new Map(documents.map(({ key, record }) => [key, record])),
  };
  const elapsedMs = input.clock() - started;
  const compressMs = documents.reduce((sum, document) => sum + document.compressMs, 0);
  return {
    articles,
    documents,
    ledger,
    problems: distinct([...bake.problems, ...inOrder.flatMap(({ problems }) => problems)]),
    timings: { renderMs: Math.max(0, elapsedMs - compressMs), compressMs: Math.min(elapsedMs, compressMs) },
  };
}

/** An article that stands in several parts is found wanting in each. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...seen.values()];
}
