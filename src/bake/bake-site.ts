import type { ArticleListing } from "../article/article.ts";
import type { Problem } from "../article/problem.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { BakedDocument } from "./bake-document.ts";
import type { BakedPart } from "./bake-documents.ts";
import { bakeDocuments } from "./bake-documents.ts";
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
  return closeBake(bake, [...bakeDocuments(bake)], started);
}

/** Puts the parts of a bake together, which began at `started` by its clock. */
export function closeBake(bake: OpenBake, parts: readonly BakedPart[], started: number): BakedSite {
  const { articles, channels, edition, records, remembered, input } = bake;
  const documents = parts.flatMap(({ document }) => document ?? []);
  const ledger: Ledger = {
    ...remembered,
    edition,
    channels,
    articles: records,
    documents: new Map(documents.map(({ key, record }) => [key, record])),
  };
  const elapsedMs = input.clock() - started;
  const compressMs = documents.reduce((sum, document) => sum + document.compressMs, 0);
  return {
    articles,
    documents,
    ledger,
    problems: [...bake.problems, ...parts.flatMap(({ problems }) => problems)],
    timings: { renderMs: elapsedMs - compressMs, compressMs },
  };
}
