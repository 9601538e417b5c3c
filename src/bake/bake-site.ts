import type { Article } from "../article/article.ts";
import type { Problem } from "../article/problem.ts";
import type { Ledger } from "../ledger/ledger.ts";
import type { BakedDocument } from "./bake-document.ts";
import { bakeDocuments } from "./bake-documents.ts";
import { BakedParts } from "./baked-parts.ts";
import type { BakeInput, OpenBake } from "./open-bake.ts";
import { openBake } from "./open-bake.ts";
import { storeRepresentation } from "./store-representation.ts";
import type { BakeTimings } from "./timed-store.ts";
import { timedStore } from "./timed-store.ts";

/** A site, ready to publish. */
export interface BakedSite {
  readonly articles: readonly Article[];
  /** In the order of publishing. */
  readonly documents: readonly BakedDocument[];
  /** The ledger once this is published. */
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
  readonly timings: BakeTimings;
}

/**
 * Bakes a site. The same input gives the same output, on any machine. Throws `ClockBehindError`
 * where `now` lies before what was already published.
 */
export function bakeSite(input: BakeInput): BakedSite {
  const { clock } = input;
  const { store, timings } = timedStore(input.store ?? storeRepresentation, clock, clock());
  const bake = openBake({ ...input, store });
  const parts = new BakedParts();
  for (const part of bakeDocuments(bake)) parts.add(part);
  return closeBake(bake, parts, timings());
}

/** Puts the parts of a bake together. */
export function closeBake(
  bake: OpenBake,
  { documents, problems }: BakedParts,
  timings: BakeTimings,
): BakedSite {
  const { articles, channels, edition, records, remembered } = bake;
  const ledger: Ledger = {
    ...remembered,
    edition,
    channels,
    articles: records,
    documents: new Map(documents.map(({ key, record }) => [key, record])),
  };
  return {
    articles,
    documents,
    ledger,
    problems: [...bake.problems, ...problems],
    timings,
  };
}
